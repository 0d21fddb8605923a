"""At the end: threads are joined, then atexit callbacks run, last first."""
import atexit
import threading
import time


@atexit.register
def goodbye():
    print("goodbye", threading.active_count())


atexit.register(print, "registered later", sep="")
atexit.register(lambda: print("last registered, first called"))
atexit.register(print, "never")
atexit.unregister(print)


def work():
    time.sleep(0.03)
    print("worker")


threading.Thread(target=work).start()
print("main done")
