"""Two threads call a synchronised object with a reentrant lock. Prints wall seconds, CPU seconds and items."""
import threading
import time


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0

    def add(self, n):
        with self.lock:
            self.balance += n

    def move(self, n):
        with self.lock:
            self.add(n)
            self.add(-n)


def main():
    account = Account()
    ts = [threading.Thread(target=lambda: [account.move(i) for i in range(20_000)]) for _ in range(2)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return account.balance + 40_000


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
