"""One file a command: its options beside its run, and the words that only it says."""
