people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25)]
by_age = sorted(people, key=lambda p: (p[1], p[0])); print(by_age)
print(sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2; l, r = merge(a[:m]), merge(a[m:]); out = []
    while l and r: out.append(l.pop(0) if l[0] <= r[0] else r.pop(0))
    return out + l + r
def heap(a):
    import heapq; h = a[:]; heapq.heapify(h); return [heapq.heappop(h) for _ in a]
data = [5, 3, 8, 1, 9, 2, 7, 3]
print(all(f(data) == sorted(data) for f in (bubble, quick, merge, heap)), bubble(data), sorted("Banana"), sorted("Banana", key=str.lower), sorted(["10", "9", "2"], key=int), sorted({3, 1}), [x for _, x in sorted(zip([2, 1], "ab"))])
from itertools import groupby; print({k: [n for n, _ in g] for k, g in groupby(by_age, key=lambda p: p[1])})
from operator import itemgetter, attrgetter; print(sorted(people, key=itemgetter(1, 0))[0], max(people, key=itemgetter(1)), min(people, key=itemgetter(1)))
