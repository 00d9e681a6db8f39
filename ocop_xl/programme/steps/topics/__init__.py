"""The steps, a topic a file; importing one puts its steps into `STEPS`."""
