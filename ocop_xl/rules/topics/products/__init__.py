"""What a row of «Sản phẩm» says: names, set, ranks, road map, numbers, barcodes."""
