"""The command line: a thin door to the package. It prints Vietnamese for people, JSON for programs."""
