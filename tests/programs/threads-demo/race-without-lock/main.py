"""A lost update: between reading the balance and writing it back, others write."""
import threading
import time

balance = 0


def deposit(times):
    global balance
    for _ in range(times):
        seen = balance       # read
        time.sleep(0.001)    # a moment of other work: now another teller runs
        balance = seen + 1   # write back, whatever happened in between


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
