"""Special methods: arithmetic, comparison, containers, calls, truth, hashing."""
import functools


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return f"Vector{self.parts}"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __mul__(self, k):
        return Vector(*(a * k for a in self.parts))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __iadd__(self, other):
        print("in place")
        return self + other

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, i):
        return self.parts[i]

    def __contains__(self, x):
        return x in self.parts

    def __bool__(self):
        return any(self.parts)

    def __abs__(self):
        return sum(a * a for a in self.parts) ** 0.5

    def __call__(self, scale):
        return self * scale

    def __round__(self, n=0):
        return Vector(*(round(a, n) for a in self.parts))


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, v * 3, 3 * v, -v, w - v, v @ w, v == Vector(1, 2), v != w, abs(w), v(10), round(Vector(1.26), 1))
print(len(v), v[0], v[-1], 2 in v, 9 in v, bool(Vector(0, 0)), bool(v), list(v), {v: "v"}[Vector(1, 2)], [*w])
v += w
print(v, sum([Vector(1, 1), Vector(2, 2)], Vector(0, 0)))
try:
    v + 1
except TypeError as error:
    print("TypeError:", error)


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.key = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.key == other.key

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return ".".join(map(str, self.key))


versions = [Version(t) for t in ("1.10", "1.2", "1.9.1")]
print(sorted(versions), max(versions), Version("2.0") >= Version("1.0"), min(versions) <= versions[0])


class Matrix:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __delitem__(self, key):
        del self.cells[key]

    def __iter__(self):
        return iter(sorted(self.cells))

    def __reversed__(self):
        return reversed(sorted(self.cells))


m = Matrix()
m[1, 2] = 5
m[0, 0] += 7
print(m[1, 2], m[9, 9], list(m), list(reversed(m)))
del m[0, 0]
print(list(m))


class Number:
    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n

    def __float__(self):
        return float(self.n)

    def __index__(self):
        return self.n

    def __str__(self):
        return f"#{self.n}"

    def __radd__(self, other):
        return f"{other}+{self.n}"

    def __lt__(self, other):
        return self.n < other.n

    def __format__(self, spec):
        return f"<{self.n}:{spec}>"


n = Number(3)
print(int(n), float(n), [0, 1, 2, 3][n], range(n), bin(n), str(n), 5 + n, n < Number(4), n > Number(4), f"{n:abc}", "ab" * n)


class Loud:
    def __getattribute__(self, name):
        print("get", name)
        return object.__getattribute__(self, name)

    x = 1


print(Loud().x)


class NoEq:
    def __eq__(self, other):
        return True


try:
    hash(NoEq())
except TypeError as error:
    print("TypeError:", error)


class Odd:
    def __len__(self):
        return -1


class Wrong:
    def __repr__(self):
        return 5

    def __bool__(self):
        return "yes"


for bad in (lambda: len(Odd()), lambda: repr(Wrong()), lambda: bool(Wrong()), lambda: iter(Wrong()), lambda: Wrong() < Wrong(),
            lambda: Wrong()[0], lambda: -Wrong(), lambda: len(Wrong())):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
