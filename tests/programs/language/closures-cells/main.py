"""Closures share cells, not values."""
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    def reset():
        nonlocal n
        n = 0
    return up, get, reset


up, get, reset = counter()
up2, get2, _ = counter()
print(up(), up(5), get(), up2(), get2())
reset()
print(get(), get2())


def three():
    x = 'one'
    def a():
        nonlocal x
        x += ' two'
        def b():
            nonlocal x
            x += ' three'
            return lambda: x
        return b
    return a


print(three()()()())


def parameter_cell(a, b=2, *args, **kw):
    def show():
        return a, b, args, kw
    a += 1
    return show


print(parameter_cell(1)(), parameter_cell(1, 5, 6, z=7)())


def loop_cells():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    return [f() for f in fs]


print(loop_cells())


def comp_cells(n):
    return [lambda: (i, n) for i in range(2)]


print([f() for f in comp_cells(7)])


def deleted():
    x = 1
    def f(): return x
    del x
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    x = 2
    return f()


print(deleted())


def unbound():
    def f(): return y
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    y = 3
    return f()


print(unbound())


def local_unbound():
    try:
        print(z)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    z = 1
    del z
    try:
        del z
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    try:
        z += 1
    except UnboundLocalError as e:
        print(type(e).__name__, e)


local_unbound()


def recursive():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    return fact(10)


print(recursive())


class InMethod:
    def make(self):
        def inner(): return self.value, __class__.__name__
        return inner
    value = 'v'


print(InMethod().make()())
