"""Generator expressions and comprehensions: scopes, laziness, nesting."""
log = []
def note(x): log.append(x); return x
g = (note(i) for i in range(3))
print(log); next(g); print(log); list(g); print(log)
try:
    h = (x for x in 5)
except TypeError as e:
    print(e)
h = (1 // x for x in [1, 0])
print(next(h))
try:
    next(h)
except ZeroDivisionError as e:
    print(e)
print(list(h))
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)])
print({i: j for i, j in zip('ab', [1, 2])}, {i % 2 for i in range(5)}, {k: v for k, v in {'a': 1}.items() if v})
print([x for x in range(20) if x % 2 if x % 3], [x if x % 2 else -x for x in range(4)])
print([y := 5, y ** 2], y, [z for x in range(3) if (z := x * 2)], z)
print(sum(x for x in range(5)), max((x, -x) for x in range(3)), ''.join(c for c in 'abc'))
x = 'outer'
print([x for x in range(2)], x)
def f(n):
    return [lambda: (n, k) for k in range(2)], (lambda: [n for _ in range(2)])()
fs, l = f(3)
print([q() for q in fs], l)
class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        pairs = [(i, j) for i in items for j in items]
    except NameError as e:
        print(e)
print(C.doubled)
print([*map(lambda t: t[0] + t[1], ((a, b) for a in (1, 2) for b in (10, 20)))])
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ['abc', 'de']], [(a, t) for a, *t in [[1, 2, 3]]])
gen = (i for i in [1, 2, 3])
print(2 in gen, list(gen))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([i for i in [j for j in range(3)]], {**{k: 1 for k in 'a'}, 'b': 2})
print(list(i for i in range(3) if [k for k in range(i)]))
def locals_in():
    q = 1
    return [q for q in range(3)], q
print(locals_in())
