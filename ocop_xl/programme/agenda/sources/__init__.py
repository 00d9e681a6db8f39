"""The sources of the agenda, a topic a file; importing one puts its sources into `SOURCES`."""
