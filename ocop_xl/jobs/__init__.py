"""What more than one door does – command line, buttons, Python – given back as values."""
