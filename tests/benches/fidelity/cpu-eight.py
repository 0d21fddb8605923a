"""Eight threads compute, with functions, lists and dicts. Prints wall seconds, CPU seconds and items."""
import threading
import time


def primes(n):
    found = []
    for k in range(2, n):
        for p in found:
            if p * p > k:
                found.append(k)
                break
            if k % p == 0:
                break
        else:
            found.append(k)
    return len(found)


def main():
    out = []
    ts = [threading.Thread(target=lambda: out.append(primes(8000))) for _ in range(8)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return sum(out)


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
