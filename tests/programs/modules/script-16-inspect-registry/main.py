"""A registry of commands by decorator, with their signatures and documentation."""
import functools
import inspect
import sys

COMMANDS = {}


def command(func):
    """Registers a function."""
    COMMANDS[func.__name__] = func

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        bound = inspect.signature(func).bind(*args, **kwargs)
        bound.apply_defaults()
        print("calling", func.__name__, dict(bound.arguments))
        return func(*args, **kwargs)
    return wrapper


@command
def greet(name: str, times: int = 1) -> str:
    """Greets somebody.

    Any number of times.
    """
    return f"hello {name} " * times


@command
def add(a, b, /, *, scale=1):
    "Adds."
    return (a + b) * scale


print(greet("you", times=2), add(1, 2, scale=3))
for name, func in COMMANDS.items():
    print(f"{name}{inspect.signature(func)} - {inspect.getdoc(func).splitlines()[0]}")
try:
    greet()
except TypeError as problem:
    print(problem)
print([name for name, _ in inspect.getmembers(sys.modules[__name__], inspect.isfunction)])
