"""Tuples, star targets, swapping, nested patterns."""
point = (3, 4)
x, y = point
x, y = y, x
print(x, y, point + (5,), point * 2, (1,), (), len(()), point[0], point[-1:])
first, *rest = [1, 2, 3]
*start, last = "abc"
a, (b, [c, *d]), e = 1, (2, [3, 4, 5]), 6
print(first, rest, start, last, a, b, c, d, e)
head, *middle, tail = range(5)
print(head, middle, tail)
(p,) = [7]
[q, r] = 8, 9
print(p, q, r)
for i, (k, v) in enumerate({"one": 1, "two": 2}.items()):
    print(i, k, v)
print([*range(3), *"ab"], (*[1, 2], 3), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}})
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1, [2]) == (1, [2]), hash((1, 2)) == hash((1, 2)), (1, 2).index(2), (1, 1).count(1))
values = i, values2 = 5, 6
print(values, i, values2)
x = y = z = []
x.append(1)
print(y, z)
data = [0, 1, 2]
index = 0
index, data[index] = 2, "set"
print(data)


def f():
    return 1, 2, 3


one, _, three = f()
print(one, three, f()[1])
print(tuple("ab"), tuple([1, 2]), tuple(x * x for x in range(4)), (1, "a", None, 2.5))
for bad in ("a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = 5", "(1, 2)[0] = 3", "*a, b = []"):
    try:
        exec(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
