"""getsource, getdoc, getmembers, unwrap, classes."""
import inspect


# a comment above
def one(x):
    """Doc of one.

        Indented.
    """
    if x:
        return 1

    return 2  # with a comment


class Two:
    """Doc of two."""

    attr = 1

    def method(self):
        """Doc of method."""
        return [
            1,
        ]


class Three(Two):
    def method(self):
        return 3


square = lambda n: n * n
print(inspect.getsource(one))
print(inspect.getsource(Two.method))
print(inspect.getsource(Three))
print(inspect.getsource(square), end="")
print(inspect.getsourcelines(Three)[1], inspect.getcomments(one), inspect.getfile(one).endswith("main.py"))
print(inspect.getdoc(one))
print(inspect.getdoc(Three), "|", inspect.getdoc(Three.method), "|", inspect.cleandoc("  a\n    b\n      c"))
print([name for name, _ in inspect.getmembers(Three) if not name.startswith("__")])
print(inspect.getmembers(Three(), inspect.ismethod)[-1][0], inspect.getmro(Three), inspect.getmodule(one).__name__)
print(inspect.getattr_static(Three(), "attr"), inspect.getattr_static(Three(), "nope", "default"), inspect.isabstract(Two))
for bad in (3, len):
    try:
        inspect.getsource(bad)
    except (TypeError, OSError) as problem:
        print(type(problem).__name__, problem)
