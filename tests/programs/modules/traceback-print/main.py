"""print_exc, print_exception, print_tb, print_stack to a file."""
import io
import sys
import traceback


def where():
    out = io.StringIO()
    traceback.print_stack(file=out)
    return out.getvalue()


print(where().replace(__file__, "main.py"), end="")
out = io.StringIO()
try:
    [].pop()
except IndexError as problem:
    traceback.print_exc(file=out)
    traceback.print_exception(type(problem), problem, problem.__traceback__, file=out)
    traceback.print_exception(problem, file=out, limit=0)
    traceback.print_tb(problem.__traceback__, file=out)
print(out.getvalue().replace(__file__, "main.py"), end="")
print([s.name for s in traceback.extract_stack()], [s.strip() for s in traceback.format_stack()[0].splitlines()][1:])
