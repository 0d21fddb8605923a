"""Context managers: order, suppression, several at once, contextlib."""
from contextlib import contextmanager, suppress


class Managed:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow


with Managed("a") as a, Managed("b") as b:
    print("body", a, b)
with Managed("quiet", swallow=True):
    raise ValueError("swallowed")
try:
    with Managed("outer"):
        with Managed("inner"):
            raise KeyError("through")
except KeyError as error:
    print("caught", error)


def early():
    with Managed("early"):
        return "returned"


print(early())
for i in range(3):
    with Managed(f"loop{i}"):
        if i == 0:
            continue
        break
with (Managed("x") as x, Managed("y")):
    print(x)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name * 2
    except ZeroDivisionError:
        print("handled inside")
    finally:
        print(f"</{name}>")


with tag("b") as value:
    print(value)
with tag("i"):
    1 / 0
with suppress(KeyError, IndexError):
    {}["nothing"]
print("after suppress")


class Half:
    def __enter__(self):
        return self


for bad in (Half(), 5):
    try:
        with bad:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__ + ":", error)


class Failing:
    def __enter__(self):
        raise RuntimeError("in enter")

    def __exit__(self, *args):
        print("never")


try:
    with Managed("first"), Failing():
        print("never")
except RuntimeError as error:
    print("caught", error)
