"""Context managers made and combined: the synchronous part of contextlib."""
import contextlib
import io
import os
import sys


@contextlib.contextmanager
def tag(name):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as problem:
        print("swallowed", problem)
    finally:
        print(">", name)


with tag("a") as value:
    print(value)
with tag("b"):
    raise ValueError("inside")


@tag("decorated")
def function():
    print("body")


function()
function()
with contextlib.suppress(KeyError, IndexError):
    {}["x"]
print("after suppress")
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
with contextlib.redirect_stderr(out):
    print("error", file=sys.stderr)
print(repr(out.getvalue()))
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", names)
    moved = stack.pop_all()
print("moved")
moved.close()


class Closes:
    def close(self):
        print("closed")


with contextlib.closing(Closes()) as c, contextlib.nullcontext(5) as five:
    print(type(c).__name__, five)
os.mkdir("folder")
with contextlib.chdir("folder"):
    print(os.path.basename(os.getcwd()))
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as problem:
    print(type(problem).__name__, repr(problem.__context__))


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


for manager in (never, twice):
    try:
        with manager():
            pass
    except RuntimeError as problem:
        print(problem)
try:
    with object():
        pass
except TypeError as problem:
    print(problem)
