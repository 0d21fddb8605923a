# Sums and extremes of ranges need no memory for their items, however many there are.
print(sum(range(10)), sum(range(0)), sum(range(5, 2)), sum(range(10, 0, -3)))
print(sum(range(10_000_000)), sum(range(-5, 6)), sum(range(10), 100), sum(range(4), 0.5))
print(sum(range(3, 10**15, 10**14)), sum(range(10**18, 10**18 + 40, 4)))
print(sum(range(2**62, 2**62 + 10**6)))
print(min(range(3, 30, 4)), max(range(3, 30, 4)), min(range(30, 3, -4)), max(range(30, 3, -4)))
print(max(range(10_000_000)), min(range(7, 8)), max(range(7, 8)))
print(max(range(10), key=lambda x: x % 4), min(range(10), key=lambda x: -x), max(range(0), default="none"))
for call in (lambda: max(range(0)), lambda: min(range(3, 3))):
    try:
        call()
    except ValueError as error:
        print(error)
print(sum(map(len, [range(3), range(10**12)])))
