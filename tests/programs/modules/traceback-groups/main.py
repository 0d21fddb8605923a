"""Exception groups, nested, with causes and notes."""
import traceback


def leaf(kind, text):
    try:
        raise kind(text)
    except kind as problem:
        return problem


try:
    inner = ExceptionGroup("inner", [leaf(ValueError, "one"), leaf(TypeError, "two")])
    inner.add_note("inner note")
    raise ExceptionGroup("outer", [leaf(KeyError, "k"), inner, OSError(2, "gone")])
except ExceptionGroup:
    print(traceback.format_exc().replace(__file__, "main.py"))
try:
    try:
        raise ExceptionGroup("many", [ValueError(n) for n in range(18)])
    except ExceptionGroup as group:
        raise RuntimeError("after") from group
except RuntimeError:
    print(traceback.format_exc().replace(__file__, "main.py"))
