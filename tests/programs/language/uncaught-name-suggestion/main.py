def area(radius):
    return 3 * raduis ** 2
print("start")
area(2)
