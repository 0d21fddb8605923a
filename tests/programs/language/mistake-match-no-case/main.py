match 3:
    pass
