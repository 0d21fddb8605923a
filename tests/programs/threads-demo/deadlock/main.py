"""Two locks, taken in opposite order: each thread holds what the other wants."""
import threading
import time

savings = threading.Lock()
checking = threading.Lock()


def transfer(source, target):
    name = threading.current_thread().name
    with source:
        print(f"{name} has one lock")
        time.sleep(0.01)  # long enough for the other thread to take its own
        with target:
            print(f"{name} has both locks")


threads = [
    threading.Thread(target=transfer, args=(savings, checking), name="Pay-in"),
    threading.Thread(target=transfer, args=(checking, savings), name="Pay-out"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
