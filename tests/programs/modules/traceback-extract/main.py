"""extract_tb, FrameSummary, StackSummary, walk_tb, tb attributes."""
import sys
import traceback


def f():
    g()


def g():
    raise ValueError("here")


try:
    f()
except ValueError as problem:
    tb = problem.__traceback__
    stack = traceback.extract_tb(tb)
    print(type(stack).__name__, len(stack))
    for entry in stack:
        print(entry.name, entry.lineno, entry.line, entry.filename.endswith("main.py"), entry.locals)
    filename, lineno, name, line = stack[-1]
    print(lineno, name, line, stack[-1][2], len(stack[-1]))
    print([n for _, n in traceback.walk_tb(tb)])
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next.tb_next)
    print(tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name)
    print([e.name for e in traceback.extract_tb(tb, limit=1)], [e.name for e in traceback.extract_tb(tb, limit=-1)])
    print("".join(traceback.format_list(stack)).replace(__file__, "main.py"), end="")
    print("".join(traceback.format_tb(tb, limit=1)).replace(__file__, "main.py"), end="")
    print(traceback.format_list([("x.py", 3, "func", "code()")]))
    print(stack[0] == stack[0], repr(stack[0]).startswith("<FrameSummary file "), sys.exc_info()[2] is not None)
