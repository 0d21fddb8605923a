"""What a function knows about itself."""
def f(a, b=1, /, c=2, *args, d, e=5, **kw) -> int:
    """The doc."""
    local = a
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__)
print(f.__annotations__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_firstlineno)


def g(x: int, y: 'str' = 'q', *z: float, k: list = []) -> dict: ...


print(g.__annotations__)


def outer():
    captured = 10
    def inner(): return captured
    return inner


i = outer()
print(i.__closure__[0].cell_contents, i.__code__.co_freevars, i.__qualname__)
print((lambda: 0).__name__, (lambda: 0).__qualname__)
f.__defaults__ = (9, 8)
print(f(1, d=2))
f.__kwdefaults__ = {'d': 4, 'e': 6}
print(f(3))


class K:
    def m(self): pass
    class Inner:
        def m(self): pass


print(K.m.__qualname__, K.Inner.m.__qualname__, K.Inner.__qualname__, K.Inner.__name__)
