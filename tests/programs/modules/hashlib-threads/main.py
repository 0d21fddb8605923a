import hashlib
import threading
import time

data = b'x' * 4_000_000


def work(results, i):
    results[i] = hashlib.sha256(data).hexdigest()


def timed(n):
    results = [None] * n
    threads = [threading.Thread(target=work, args=(results, i)) for i in range(n)]
    start = time.perf_counter()
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return time.perf_counter() - start, results


one, first = timed(1)
two, second = timed(2)
print(first[0] == second[1], second[0][:8])
# hashing lets go of the GIL: two threads on two cores take hardly longer than one
print(two < one * 1.8)
