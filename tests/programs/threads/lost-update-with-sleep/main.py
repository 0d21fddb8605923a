"""Read, sleep, write: updates are lost for certain."""
import threading
import time

balance = 100


def withdraw(amount):
    global balance
    seen = balance
    time.sleep(0.02)
    balance = seen - amount


ts = [threading.Thread(target=withdraw, args=(a,)) for a in (10, 10, 10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(balance)
