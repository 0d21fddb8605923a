def f():
    "doc of f"
    f.count = getattr(f, "count", 0) + 1
    return f.count
f(); f()
print(f.count, f.__dict__, f.__doc__, f.__module__, f.__name__)
f.__name__ = "renamed"
print(f.__name__, f.__qualname__)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, outer().__name__)
class A:
    def m(self): pass
    class B:
        def n(self): pass
print(A.m.__qualname__, A.B.n.__qualname__, A.B.__qualname__)
print((lambda: 0).__name__, (lambda: 0).__qualname__)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames)
try: f.__name__ = 5
except TypeError as e: print(e)
