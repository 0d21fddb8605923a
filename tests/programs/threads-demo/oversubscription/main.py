"""Forty threads compute a little each; GIL and cores are handed round."""
import threading
import time

done = []


def work(number):
    total = 0
    for i in range(20_000):
        total += i % (number + 1)
    done.append(number)


threads = [threading.Thread(target=work, args=(n,), name=f"W{n:02}") for n in range(40)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(done), "threads are done")
