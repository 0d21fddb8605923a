"""Delegation: values, sends, throws, close, results."""
def inner():
    print('inner start')
    try:
        x = yield 1
        print('inner got', x)
        y = yield 2
        print('inner got', y)
    except ValueError as e:
        print('inner caught', e)
        yield 'recovered'
    finally:
        print('inner finally')
    return 'inner result'
def outer():
    r = yield from inner()
    print('outer has', r)
    yield r
    r2 = yield from [10, 20]
    print('list gives', r2)
    r3 = yield from (i for i in range(2))
    print(r3)
    return 'end'


g = outer()
print(next(g), g.send('a'), g.send('b'), next(g), next(g), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)
g = outer()
next(g)
print(g.throw(ValueError('thrown')), g.gi_yieldfrom is not None)
print(next(g))
g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError('through'))
except KeyError as e:
    print('out', e)
class Iter:
    def __iter__(self): return self
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('iter result')
        return self.n
def over():
    r = yield from Iter()
    print('r', r)
print(list(over()))
g = over()
next(g)
try:
    g.send(5)
except AttributeError as e:
    print(e)
class Full:
    def __iter__(self): return self
    def __next__(self): return 'next'
    def send(self, v): return ('send', v)
    def throw(self, *a):
        print('throw', [type(x).__name__ for x in a])
        raise StopIteration('via throw')
    def close(self): print('closed')
def full():
    r = yield from Full()
    yield ('result', r)
g = full()
print(next(g), g.send(3), g.send(None), g.throw(KeyError('k')))
g = full()
next(g)
g.close()
def deep(n):
    if n: yield from deep(n - 1)
    else:
        x = yield 'bottom'
        return x
    return n
g = deep(50)
print(next(g))
try:
    g.send('v')
except StopIteration as e:
    print(e.value)
def flatten(x):
    for i in x:
        if isinstance(i, list): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))
def bad():
    yield from 5
try:
    list(bad())
except TypeError as e:
    print(e)
class CloseRaises:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): raise RuntimeError('close raised')
def cr():
    yield from CloseRaises()
g = cr()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
