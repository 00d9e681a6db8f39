"""Pages that open by double click: what all kinds of them share."""
