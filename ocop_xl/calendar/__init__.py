"""The duties as a calendar file (RFC 5545) that any phone or mail program takes in: the same duties, the same bytes."""
