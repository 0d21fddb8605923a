"""Transfers between accounts under locks taken in one order: the sum stays."""
import random
import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda a: a.number)
    with first.lock, second.lock:
        if source.balance >= amount:
            source.balance -= amount
            target.balance += amount


def clerk(seed):
    rng = random.Random(seed)
    for _ in range(300):
        a, b = rng.sample(accounts, 2)
        transfer(a, b, rng.randrange(50))


accounts = [Account(n, 100) for n in range(5)]
clerks = [threading.Thread(target=clerk, args=(n,)) for n in range(3)]
for c in clerks:
    c.start()
for c in clerks:
    c.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts), any(a.lock.locked() for a in accounts))
