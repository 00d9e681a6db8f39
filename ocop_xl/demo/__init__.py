"""The books that the program can start from: the plan of Vĩnh Phong, and an empty one."""
