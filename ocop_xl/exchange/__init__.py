"""What leaves the commune and what comes in from outside: packages, each with a list of what is inside and its sums."""
