"""A thread starts another while the main thread has already ended."""
import threading
import time


def third():
    print("third")


def second():
    time.sleep(0.02)
    t = threading.Thread(target=third)
    t.start()
    print("second ends")
    t.join()


threading.Thread(target=second).start()
print("main ends")
