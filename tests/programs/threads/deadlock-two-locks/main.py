"""Two threads, two locks, opposite order."""
import threading
import time

a = threading.Lock()
b = threading.Lock()


def first():
    with a:
        print("first has a")
        time.sleep(0.05)
        with b:
            print("never")


def second():
    time.sleep(0.01)
    with b:
        print("second has b")
        time.sleep(0.05)
        with a:
            print("never")


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("never")
