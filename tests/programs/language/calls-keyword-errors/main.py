"""Wrong keyword arguments."""
def f(a, b=2, *, c=3): return a, b, c
def g(**kw): return kw
def h(a, /, **kw): return a, kw
def pos(a, b, /): return a, b
def attempt(label, call):
    try:
        print(label, call())
    except TypeError as error:
        print(label, '->', error)


attempt(1, lambda: f(1, a=2))
attempt(2, lambda: f(1, 2, b=3))
attempt(3, lambda: f(1, d=4))
attempt(4, lambda: f(x=4))
attempt(5, lambda: f(b=1))
attempt(6, lambda: f(**{'a': 1, 'b': 2}))
attempt(7, lambda: f(1, **{'a': 2}))
attempt(8, lambda: f(*[1], **{'zz': 2}))
attempt(9, lambda: f(**{1: 2}))
attempt(10, lambda: g(**{1: 2}))
attempt(11, lambda: f(**5))
attempt(13, lambda: f(1, *5))
attempt(14, lambda: g(**{'a': 1}, **{'a': 2}))
attempt(15, lambda: g(a=1, **{'a': 2}))
attempt(16, lambda: h(1, a=2))
attempt(17, lambda: h(a=2))
attempt(18, lambda: pos(1, 2, a=3))
attempt(19, lambda: pos(1, b=3))
attempt(20, lambda: print(sepp=1))
attempt(21, lambda: [].append())
attempt(22, lambda: [].append(1, 2))
attempt(23, lambda: [].append(x=1))
attempt(24, lambda: len())
attempt(25, lambda: len(1, 2))
attempt(26, lambda: len(obj=[]))
attempt(27, lambda: isinstance(1))
attempt(28, lambda: 'a'.join())
attempt(29, lambda: {}.get())
attempt(31, lambda: None())
attempt(32, lambda: (1)(2))
attempt(33, lambda: 'x'())
attempt(34, lambda: [1](0))
attempt(35, lambda: (lambda *, a: a)())
attempt(36, lambda: g(*(), **{}))
attempt(37, lambda: (lambda *a, **k: (a, k))(1, *[2, 3], 4, *'ab', x=1, **{'y': 2}, z=3))
