"""A kitchen: waiters wait on the condition until a dish is ready."""
import threading
import time

ready = threading.Condition()
dishes = []


def waiter(number):
    with ready:
        while not dishes:
            ready.wait()
        print(f"waiter {number} serves", dishes.pop(0))


def cook():
    for dish in ("soup", "fish", "cake"):
        time.sleep(0.02)
        with ready:
            dishes.append(dish)
            ready.notify()


threads = [threading.Thread(target=waiter, args=(n,), name=f"Waiter-{n}") for n in (1, 2, 3)]
threads.append(threading.Thread(target=cook, name="Cook"))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
