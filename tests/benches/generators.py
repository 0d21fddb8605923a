# A pipeline of generators.
def numbers(n):
    for i in range(n):
        yield i


def squares(source):
    for x in source:
        yield x * x


def odd(source):
    for x in source:
        if x & 1:
            yield x


total = 0
for value in odd(squares(numbers(600_000))):
    total += value
print(total)
print(sum(x for x in squares(numbers(200_000)) if x % 3 == 0))
