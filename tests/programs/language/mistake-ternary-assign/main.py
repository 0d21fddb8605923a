x = 5 if y else z = 3
