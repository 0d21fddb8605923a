"""atexit runs after the non-daemon threads have ended; last registered first."""
import atexit
import threading
import time

atexit.register(print, "first registered")


@atexit.register
def last():
    print("last registered", threading.active_count())


def work():
    time.sleep(0.03)
    print("thread ends")


threading.Thread(target=work).start()
print("main ends")
