"""Main dies of an exception; a thread that is no daemon still finishes."""
import threading
import time


def work():
    time.sleep(0.05)
    print("worker finished")


threading.Thread(target=work).start()
print("main fails now")
raise ValueError("main is done for")
