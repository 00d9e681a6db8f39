"""Changes into a closed workbook: only the cells that change, and not a byte of anything else."""
