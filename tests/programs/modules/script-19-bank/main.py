"""A bank with transfers: ordered locks, an invariant, a log of what happened."""
import io
import logging
import random
import threading
from contextlib import ExitStack

buffer = io.StringIO()
logging.basicConfig(stream=buffer, level=logging.DEBUG, format="%(levelname)s:%(message)s")


class Account:
    def __init__(self, number, balance):
        self.number, self.balance = number, balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with ExitStack() as stack:
        for account in sorted((source, target), key=lambda a: a.number):
            stack.enter_context(account.lock)
        if source.balance < amount:
            logging.warning("refused %d", amount)
            return False
        source.balance -= amount
        target.balance += amount
        return True


accounts = [Account(n, 100) for n in range(4)]
rng = random.Random(7)
jobs = [(*rng.sample(accounts, 2), rng.randint(1, 50)) for _ in range(40)]


def work(part):
    for job in part:
        transfer(*job)


threads = [threading.Thread(target=work, args=(jobs[i::4],)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts))
print(set(line.split(":")[0] for line in buffer.getvalue().splitlines()) <= {"WARNING"})
try:
    transfer(accounts[0], accounts[1], 10**6) or logging.error("could not")
finally:
    print(buffer.getvalue().splitlines()[-1])
