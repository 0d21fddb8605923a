"""A thread is made from a function; start() lets it run beside the main thread."""
import threading
import time


def brew(cups):
    for cup in range(1, cups + 1):
        time.sleep(0.02)
        print("cup", cup, "is ready")


thread = threading.Thread(target=brew, args=(3,), name="Kettle")
thread.start()
print("the table is laid meanwhile")
thread.join()
print("tea for three")
