# A counted loop over growing ints.
def total(n):
    x = 0
    for i in range(n):
        x += i * i % 7
    return x


print(total(2_000_000))
