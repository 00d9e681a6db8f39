"""Templates of the forms of the programme: Mẫu 01 to Mẫu 03, receipt, request, assessment, score sheet."""
