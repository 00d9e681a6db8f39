"""Sheet «Tổng quan», block by block: what an officer and a chairman see first."""
