"""TracebackException: made from an exception, compared, formatted with and without the chain."""
import traceback

try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise KeyError("second") from first
except KeyError as problem:
    te = traceback.TracebackException.from_exception(problem)
    print(te.exc_type, str(te), te.__cause__.exc_type.__name__, te.__suppress_context__, len(te.stack))
    print("".join(te.format(chain=False)).replace(__file__, "main.py"), end="")
    print(list(te.format_exception_only()))
    print(len(list(te.format())), te == traceback.TracebackException.from_exception(problem))
print(traceback.format_exception_only(ValueError("v")), traceback.format_exception_only(KeyError, KeyError("k")))
print(traceback.format_exception_only(StopIteration()), traceback.format_exception_only(None))


class Odd(Exception):
    def __str__(self):
        raise RuntimeError


class Named(Exception):
    __module__ = "some.package"


print(traceback.format_exception_only(Odd()), traceback.format_exception_only(Named("n")))
print(traceback.format_exception(None), traceback.format_exc())
try:
    traceback.format_exception("text")
except TypeError as problem:
    print(problem)
try:
    traceback.print_last()
except ValueError as problem:
    print(problem)
