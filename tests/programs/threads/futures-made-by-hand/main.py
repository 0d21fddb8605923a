"""Future without an executor: states and errors."""
import concurrent.futures as cf

f = cf.Future()
print(f.done(), f.running(), f.cancelled())
print(f.set_running_or_notify_cancel(), f.running(), f.cancel())
f.set_result([1])
print(f.result(), f.exception(), f.done())
for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
    try:
        call()
    except cf.InvalidStateError as error:
        print(type(error).__name__, str(error).split(" at ")[0])
try:
    f.set_running_or_notify_cancel()
except RuntimeError as error:
    print(type(error).__name__, error)
f = cf.Future()
print(f.cancel(), f.set_running_or_notify_cancel(), f.cancelled())
f = cf.Future()
f.set_exception(KeyError("k"))
print(repr(f.exception()), f.done())
try:
    f.result()
except KeyError as error:
    print(error)
try:
    f.result(0)
except KeyError as error:
    print("again", error)
