"""if, while, for, else clauses, break, continue, chained comparison, boolean operators."""
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d, end="; ")
            break
    else:
        print(n, "prime", end="; ")
print()
i = 0
while True:
    i += 1
    if i == 3:
        continue
    if i > 5:
        break
    print(i, end=" ")
else:
    print("never")
print()
while i > 3:
    i -= 1
else:
    print("while ended", i)


def called(value):
    print(f"<{value}>", end="")
    return value


print(called(1) < called(2) < called(3), called(3) < called(1) < called(2))
print(1 < 2 > 1 != 3 == 3, 1 == 1 in [1, 2], not 1 == 2, not (1 in [1]))
print(called(0) or called("x"), called("") and called("y"), called(0) or called([]) or called(None))
print("big" if i > 100 else "small" if i > 1 else "tiny", [] or {} or "last", 1 and 2 and 3)
for value in (0, 1, "", "a", [], [0], None, 0.0, {}, {1: 1}, (), b"", float("nan"), range(0)):
    print(bool(value), end=" ")
print()
if (n := len("walrus")) > 5:
    print("long", n)
for a, b in [(1, 2), (3, 4)]:
    for c in "xy":
        if c == "y" and a == 1:
            break
        print(a, b, c, end="; ")
print()
for i in range(3):
    pass
print(i)
for i in []:
    print("never")
else:
    print("empty loop", i)
x = 15
print("fizz" * (x % 3 == 0) + "buzz" * (x % 5 == 0) or x)
x = None
print(x is None, x is not None, x == None, [] is [], 3 in (1, 2, 3), "a" not in "abc")
a = b = 5
a += 1; b -= 1
a, b = b, a
a <<= 2
b **= 2
print(a, b, a // b, a % b)
b //= 5; a |= 1; a ^= 3; a &= 0xff; b %= 4
print(a, b)
