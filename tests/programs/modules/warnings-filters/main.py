"""warn, filters, once and always, errors, recording."""
import sys
import warnings

sys.stderr = sys.stdout


def plain(message, category, filename, lineno, line=None):
    return f"{category.__name__} line {lineno}: {message}\n"


warnings.formatwarning = plain
warnings.warn("careful")
warnings.warn("old", DeprecationWarning)


def helper():
    warnings.warn("from the caller's line", stacklevel=2)


helper()
for n in range(3):
    warnings.warn("said once for this line")
for n in range(2):
    warnings.warn(f"message {n}", RuntimeWarning)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    for n in range(2):
        warnings.warn("recorded", FutureWarning)
    print(len(seen), seen[0].message, seen[0].category.__name__, seen[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised")
    except UserWarning as problem:
        print("caught", repr(problem))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("silent")


class Own(UserWarning):
    pass


warnings.warn(Own("an instance"))
try:
    warnings.warn("x", int)
except TypeError as problem:
    print(problem)
warnings.resetwarnings()
warnings.warn("default again", PendingDeprecationWarning)
