"""Comprehensions of every kind."""
print([x * y for x in range(1, 4) for y in range(x)], [[i * j for j in range(3)] for i in range(3)])
print([x for x in range(20) if x % 2 if x % 3], [("even", "odd")[x % 2] for x in range(4)])
print({x % 4 for x in range(10)}, {x: x ** 2 for x in range(4)}, {k: [v] for k, v in [("a", 1), ("b", 2)]})
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [n for row in matrix for n in row], sum(n for row in matrix for n in row))
words = ["apple", "bob", "kayak"]
print([w for w in words if w == w[::-1]], {w[0]: w for w in words}, [(i, c) for i, w in enumerate(words) for c in w if c in "aeiou"])
print([y for x in range(5) if (y := x * x) > 3], y)
print([(a, b) for a, *b in [(1, 2, 3), "xyz"]], [a or "none" for a in ("", "x", None)])
funcs = [lambda x, k=k: x + k for k in range(3)]
print([f(10) for f in funcs])
primes = [n for n in range(2, 50) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
print(primes)


def outer(n):
    return [[n + i + j for j in range(2)] for i in range(2)], {i: n for i in range(2)}, list(n * i for i in range(3))


print(outer(100))


class C:
    values = [1, 2, 3]
    doubled = [v * 2 for v in values]


print(C.doubled, [c for c in "abc" if c != "b"], {c.upper() for c in "aab"} == {"A", "B"})
print(sorted({(x, y) for x in range(3) for y in range(3) if x < y}), dict(sorted({v: k for k, v in {"a": 1}.items()}.items())))
x = "outer"
print([x for x in range(2)], x, len([None for _ in range(1000)]))
gen = (n for n in [1, 2, 3])
print(2 in gen, list(gen))
