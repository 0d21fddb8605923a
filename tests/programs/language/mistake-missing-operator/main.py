x = 3y
