x = True && False
