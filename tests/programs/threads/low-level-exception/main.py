"""An exception in a thread of _thread."""
import _thread
import time


def bad(x):
    raise ValueError(x)


_thread.start_new_thread(bad, ("low",))
time.sleep(0.05)
print("goes on")
