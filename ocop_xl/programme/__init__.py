"""What the commune's programme comes to on a day: ranks, certificates, figures, targets."""
