"""threading.excepthook with ExceptHookArgs made by hand."""
import sys
import threading

try:
    raise ValueError("by hand")
except ValueError:
    args = threading.ExceptHookArgs([*sys.exc_info(), threading.current_thread()])
    threading.excepthook(args)
    args = threading.ExceptHookArgs([*sys.exc_info(), None])
    print(args.thread)
try:
    threading.ExceptHookArgs([1, 2])
except TypeError as error:
    print("TypeError", str(error).split("(")[0])
try:
    threading.excepthook(3)
except TypeError as error:
    print("TypeError", error)
