"""next() on one itertools.count from several threads gives every number once."""
import itertools
import threading

numbers = itertools.count()
got = [[] for _ in range(3)]


def work(k):
    for _ in range(500):
        got[k].append(next(numbers))


ts = [threading.Thread(target=work, args=(k,)) for k in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(sum(got, [])) == list(range(1500)))
