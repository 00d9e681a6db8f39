"""What the office writes around the programme: notices, letters, conference papers, slips."""
