"""The same tellers with a lock: read, work and write are one step to the others."""
import threading
import time

balance = 0
balance_lock = threading.Lock()


def deposit(times):
    global balance
    for _ in range(times):
        with balance_lock:
            seen = balance
            time.sleep(0.001)
            balance = seen + 1


tellers = [
    threading.Thread(target=deposit, args=(5,), name="Teller-1"),
    threading.Thread(target=deposit, args=(5,), name="Teller-2"),
]
for teller in tellers:
    teller.start()
for teller in tellers:
    teller.join()
print("deposits:", 10)
print("balance:", balance)
