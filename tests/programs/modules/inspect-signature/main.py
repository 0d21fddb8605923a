"""Signatures: of functions, methods, classes, partials; binding."""
import functools
import inspect


def f(a, b: int = 2, /, c=3, *args: str, d, e: "text" = 5, **kw) -> bool:
    pass


class C:
    def __init__(self, x, y=1):
        pass

    def m(self, z, *, k=None):
        pass

    @classmethod
    def cm(cls, q):
        pass

    def __call__(self, called):
        pass


class D:
    pass


print(inspect.signature(f))
for p in inspect.signature(f).parameters.values():
    print(p.name, p.kind, p.default if p.default is not p.empty else "-", p.annotation if p.annotation is not p.empty else "-", "|", p, "|", repr(p))
print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.cm), inspect.signature(C(1)), inspect.signature(D))
print(inspect.signature(functools.partial(f, 1, d=4)), inspect.signature(lambda *, x: x))


@functools.wraps(f)
def wrapper(*args, **kwargs):
    pass


print(inspect.signature(wrapper) == inspect.signature(f), inspect.signature(wrapper, follow_wrapped=False))
bound = inspect.signature(f).bind(1, 2, 3, 4, 5, d=6, z=7)
print(bound.args, bound.kwargs, bound.arguments)
bound = inspect.signature(f).bind(1, d=2)
bound.apply_defaults()
print(bound.arguments, bound)
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2, "b": 3}), ((1, 2), {"c": 3, "d": 4})):
    try:
        print(inspect.signature(f).bind(*args, **kwargs))
    except TypeError as problem:
        print("TypeError", problem)
for args, kwargs in (((1, 2, 3), {}), ((1,), {"zz": 1}), ((), {"x": 1, "y": 2}), ((1,), {"x": 2})):
    try:
        print(inspect.signature(C).bind(*args, **kwargs))
    except TypeError as problem:
        print("TypeError", problem)
print(inspect.getfullargspec(f))
print(inspect.signature(f).replace(return_annotation=int), inspect.signature(f).return_annotation)
print(inspect.getcallargs(lambda a, b=2, *c: 0, 1, 3, 4), inspect.get_annotations(f))
for bad in (3, "x"):
    try:
        inspect.signature(bad)
    except TypeError as problem:
        print(problem)
for bad in (lambda: inspect.Parameter("1x", 1), lambda: inspect.Parameter("x", 9), lambda: inspect.Parameter("a", 2, default=1)):
    try:
        bad()
    except ValueError as problem:
        print(problem)
