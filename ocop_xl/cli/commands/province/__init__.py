"""Commands of the province's officer and of analysts: over a folder of what communes have sent."""
