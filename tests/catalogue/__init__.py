"""Product pages: what they tell, what they keep to themselves, and how a browser shows them."""
