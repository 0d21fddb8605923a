class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
print(getattr(a, "x"), getattr(a, "z", None), hasattr(a, "y"), vars(a), setattr(a, "w", 3), vars(a), delattr(a, "w"), "y" in dir(a), callable(a), id(a) == id(a), type(a).__name__, isinstance(a, A), repr(a).startswith("<__main__.A object at 0x"), type(type(a)))
print([n for n in dir(A) if not n.startswith("__")], sorted(vars(A))[:0], type("T", (A,), {"z": 5})().z, type(None).__name__, type(...).__name__, type(NotImplemented).__name__, Ellipsis, NotImplemented, __name__, type(len).__name__, type(a.__init__).__name__)
for f in (lambda: getattr(a, "q"), lambda: vars(5), lambda: delattr(a, "q"), lambda: setattr(5, "x", 1), lambda: type(1, 2), lambda: type("X", 5, {}), lambda: id(), lambda: isinstance(1), lambda: object().x, lambda: setattr(object(), "x", 1), lambda: hash({}), lambda: getattr(a, 1), lambda: type("X", (5,), {}), lambda: bool(NotImplemented) and None):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(): q = 1; return locals(), dir()
print(f(), len(globals()) > 3, (lambda: locals())(), __import__("math").pi, "print" in dir(__builtins__))
