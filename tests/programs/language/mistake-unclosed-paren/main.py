print("total:", (1 + 2)
x = 1
