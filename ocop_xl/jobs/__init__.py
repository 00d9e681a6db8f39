"""What at least two of the command line, the buttons and the Python face do: values, with their words beside them."""
