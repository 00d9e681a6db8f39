"""A Word file rebuilt from what it shows: words that draw, parts they need, pictures without their cameras' notes."""
