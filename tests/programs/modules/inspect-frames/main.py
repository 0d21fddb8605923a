"""Frames: who called, what its variables are."""
import inspect
import sys


def caller():
    here = 1
    return callee()


def callee():
    inner = 2
    frame = inspect.currentframe()
    back = frame.f_back
    print(frame.f_code.co_name, frame.f_locals["inner"], back.f_code.co_name, back.f_locals, back.f_back.f_code.co_name)
    print(frame.f_lineno, back.f_lineno, frame.f_globals is globals(), back.f_back.f_back)
    print([(f.function, f.lineno, f.code_context[0].strip()) for f in inspect.stack()])
    info = inspect.getframeinfo(back)
    print(info.function, info.lineno, info.code_context, info.index, info.filename.endswith("main.py"))
    print(sys._getframe(1).f_code.co_name, sys._getframe().f_code.co_name, inspect.getargvalues(frame).args)


caller()
try:
    sys._getframe(100)
except ValueError as problem:
    print(problem)
try:
    caller.undefined
except AttributeError:
    print([f.function for f in inspect.trace()], inspect.getinnerframes(sys.exc_info()[2])[0].lineno)
