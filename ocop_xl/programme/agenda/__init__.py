"""What is due: one list, each source a small function beside its article; whoever speaks of lateness asks it."""
