"""An exception nobody handles: what was printed before stays, the status is 1."""
def inner(n):
    return 10 // n


def outer(values):
    total = 0
    for value in values:
        print("dividing by", value)
        total += inner(value)
    return total


try:
    print(outer([1, 2]))
finally:
    print("on the way out")
print(outer([5, 0, 1]))
print("never printed")
