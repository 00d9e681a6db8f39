"""What the offline kit installs itself with: copied into it as they are."""
