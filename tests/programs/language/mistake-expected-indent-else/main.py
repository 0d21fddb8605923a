if False:
    pass
else:
print(2)
