"""Exceptions: handlers, else, finally, chaining, classes of one's own."""
def attempt(action):
    try:
        result = action()
    except (ValueError, KeyError) as error:
        print("handled", type(error).__name__, error.args, end="; ")
    except ArithmeticError:
        print("arithmetic", end="; ")
        return "from handler"
    else:
        print("fine", result, end="; ")
    finally:
        print("finally", end="; ")
    return "end"


print(attempt(lambda: 1))
print(attempt(lambda: int("x")))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: 1 / 0))
try:
    attempt(lambda: [][1])
except IndexError as error:
    print("outside", error)


class AppError(Exception):
    def __init__(self, code, message="no message"):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class NotFound(AppError):
    pass


try:
    raise NotFound(404, "gone")
except AppError as error:
    print(error, repr(error), error.code, error.args, isinstance(error, NotFound))


def finally_order():
    try:
        try:
            raise ValueError("first")
        finally:
            print("inner finally")
    except ValueError as error:
        print("caught", error)
        return "returned"
    finally:
        print("outer finally")


print(finally_order())


def override():
    try:
        return "try"
    finally:
        return "finally"


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("cleanup", i)
    else:
        print("never")


print(override())
loop()
try:
    try:
        {}["missing"]
    except KeyError as error:
        raise RuntimeError("while looking") from error
except RuntimeError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        [][0]
except IndexError as error:
    print(repr(error.__context__), error.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("clean") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
try:
    try:
        raise KeyError("again")
    except KeyError:
        raise
except KeyError as error:
    print("reraised", error)
try:
    error
except NameError as gone:
    print("NameError:", gone)
for thrown in (ValueError, ValueError("x"), ValueError("x", 1), StopIteration(5), KeyError(1), OSError(2, "No such file")):
    try:
        raise thrown
    except Exception as e:
        print(repr(e), str(e), e.args, getattr(e, "value", None), getattr(e, "errno", None))
for bad in ("raise 5", "raise", "raise ValueError from 5", "assert 1 > 2", "assert 0, 'why'", "assert (x := 0) == 0"):
    try:
        exec(bad)
        print("no error")
    except BaseException as e:
        print(type(e).__name__ + ":", e)
e = ValueError("noted")
e.add_note("a note")
print(e.__notes__, e.with_traceback(None) is e, e.__traceback__)
print(issubclass(KeyError, LookupError), issubclass(BrokenPipeError, OSError), [c.__name__ for c in FileNotFoundError.__mro__])


def nested(depth):
    if depth == 0:
        raise RuntimeError("deep")
    try:
        nested(depth - 1)
    finally:
        print("unwinding", depth)


try:
    nested(3)
except RuntimeError as error:
    print(error)
