"""A decorator that makes methods mutually exclusive, with functools.wraps."""
import functools
import threading
import time


def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        with self.lock:
            return method(self, *args, **kwargs)
    return wrapper


class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.balance = 0

    @synchronized
    def deposit(self, n):
        seen = self.balance
        time.sleep(0.001)
        self.balance = seen + n


a = Account()
ts = [threading.Thread(target=a.deposit, args=(i,)) for i in range(10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(a.balance, Account.deposit.__name__)
