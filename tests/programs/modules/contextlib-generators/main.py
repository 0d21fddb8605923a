"""What a generator's manager does with what is raised in the block, and what it does when it is used in a wrong way."""
import contextlib
import traceback


@contextlib.contextmanager
def manager(how):
    if how == "nothing":
        return
    try:
        yield how
        if how == "twice":
            yield
    except ValueError as error:
        if how == "swallow":
            return
        if how == "other":
            raise KeyError("other")
        if how == "wrapped":
            raise RuntimeError("wrapped") from error
        if how == "again":
            yield
        raise


def use(how, error=None):
    with manager(how) as value:
        print("in", value)
        if error is not None:
            raise error


for how in ("fine", "nothing", "twice"):
    try:
        use(how)
    except Exception as error:
        print(type(error).__name__, error, error.__suppress_context__)
for how in ("fine", "swallow", "other", "wrapped", "again"):
    for error in (ValueError("v"), StopIteration("s"), RuntimeError("r")):
        try:
            use(how, error)
        except Exception as raised:
            names = [frame.name for frame in traceback.extract_tb(raised.__traceback__) if "contextlib" not in frame.filename]
            print(how, repr(raised), raised is error, repr(raised.__cause__), names)
used = manager("once")
with used:
    pass
try:
    with used:
        pass
except AttributeError as error:
    print(error)
try:
    contextlib.suppress().__exit__()
except TypeError as error:
    print(error)
try:
    contextlib.ExitStack().push()
except TypeError as error:
    print(error)
