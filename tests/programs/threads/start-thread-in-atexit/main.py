"""A thread started in an atexit handler."""
import atexit
import threading


def handler():
    t = threading.Thread(target=print, args=("from the thread",))
    t.start()
    t.join()
    print("handler ends")


atexit.register(handler)
print("main ends")
