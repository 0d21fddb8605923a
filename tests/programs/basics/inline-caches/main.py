# The same line meets other classes, shapes, modules and values than last time: nothing remembered may show.
import math
import sys


class A:
    tag = 1
    table = [0]

    def __init__(self, x):
        self.x = x

    def who(self):
        return "A"


class B(A):
    def __init__(self, x):
        self.y = -x
        self.x = x

    def who(self):
        return "B" + super().who()


class Watched:
    log = []

    def __init__(self, x):
        self.x = x

    def __setattr__(self, name, value):
        Watched.log.append((name, value))
        object.__setattr__(self, name, value)


class Narrow:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


def look(o):
    return o.x, o.tag, o.who()


def put(o, value):
    o.x = value
    o.extra = value + 1


a, b = A(1), B(2)
for i in range(3):
    print(look(a), look(b), A.tag, B.tag)
    A.tag += 1
    if i == 1:
        b.who = lambda: "own"
        B.tag = "own tag"
del b.who, B.tag
print(look(a), look(b))
A.who = lambda self: "changed"
print(look(a), look(b))
a.tag = "mine"
print(look(a), look(b), A.tag)
A.tag = property(lambda self: "property")
try:
    print(look(b))
    print(look(a))
finally:
    A.tag = 7
print(look(a), look(b))

for o in (A(3), A(4), B(5), Watched(6), Watched(7)):
    put(o, 10)
    print(sorted(vars(o).items()))
print(Watched.log)
for o in (Narrow(1), Narrow(2)):
    try:
        put(o, 3)
    except AttributeError as error:
        print(o.x, error)

thing = A(1)
thing.__dict__["x"] = "from the dict"
print(look(thing), thing.__dict__)
del thing.x
try:
    look(thing)
except AttributeError as error:
    print(error)
thing.x = "again"
print(look(thing))


def root(x):
    return math.sqrt(x)


kept = math.sqrt
print(root(4.0))
math.sqrt = lambda x: "patched"
print(root(4.0))
math.sqrt = kept
print(root(9.0))


def name():
    return value


value = 1
print(name())
value = 2
print(name())
del value
try:
    name()
except NameError as error:
    print(error)
value = 3
print(name())


def length(x):
    return len(x)


print(length("abc"))
len = lambda x: "shadowed"
print(length("abc"))
del len
print(length("abc"))

me = sys.modules["__main__"]
me.value = "through the module"
print(name(), me.value)


def add_all(container, items):
    for item in items:
        container.add(item) if hasattr(container, "add") else container.append(item)
    return container


class Bag:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)


print(add_all([], "ab"), sorted(add_all(set(), "ab")), add_all(Bag(), "ab").items)
for kind in (list, tuple, str, set, dict, frozenset):
    print(kind.__name__, kind().__len__(), 1 in kind() if kind is not str else "a" in kind())


class Grow:
    def __init__(self, n):
        for i in range(n):
            setattr(self, f"a{i}", i)
        self.last = n


print([sum(v for v in vars(Grow(n)).values()) for n in (0, 5, 63, 64, 65, 100)])


def defaults(a, b=2, c=3):
    d = a + b + c
    return a, b, c, d


print(defaults(1), defaults(1, 5), defaults(1, 5, 6), defaults(1, c=9))
