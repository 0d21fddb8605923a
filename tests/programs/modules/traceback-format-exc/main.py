"""format_exc: the whole text, with carets, chained and with notes."""
import traceback


def show():
    print(traceback.format_exc().replace(__file__, "main.py"))


def divide(a, b):
    return a / b


def outer(values):
    return sum(divide(v, 0) for v in values) + 1


try:
    outer([1])
except ZeroDivisionError:
    show()
try:
    try:
        {}["key"]
    except KeyError as problem:
        raise ValueError("no such key") from problem
except ValueError:
    show()
try:
    try:
        int("x")
    except ValueError:
        undefined_name
except NameError as problem:
    problem.add_note("a note\nof two lines")
    show()
try:
    raise RuntimeError("hidden context") from None
except RuntimeError:
    show()
