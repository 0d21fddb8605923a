"""An RLock counts: the thread that has it may take it again."""
import threading
import time

lock = threading.RLock()
stock = {"apples": 5}


def take(what):
    with lock:
        stock[what] -= 1
        time.sleep(0.01)
        report()


def report():
    with lock:  # the second time, at once
        print(threading.current_thread().name, "leaves", stock)


threads = [threading.Thread(target=take, args=("apples",), name=f"Clerk-{i}") for i in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
