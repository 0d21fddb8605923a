import bisect
import heapq

h = []
for x in (5, 1, 8, 3, 2):
    heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)
data = [9, 4, 7, 1]
heapq.heapify(data)
print(data, heapq.nlargest(2, data), heapq.nsmallest(2, [3, 1, 2], key=lambda x: -x), heapq.nlargest(0, [1]), heapq.nsmallest(5, [2, 1]), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge(['bb', 'a'], ['ccc'], key=len, reverse=True)))
tasks = [(2, 'b'), (1, 'z'), (2, 'a')]
heapq.heapify(tasks)
print([heapq.heappop(tasks) for _ in range(3)])
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect_left(a, 3, 2), bisect.bisect(a, 2, 0, 1), bisect.bisect_left(['a', 'bbb'], 2, key=len))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
bisect.insort(a, -7, key=abs)
print(a, [('FDCBA'[bisect.bisect([60, 70, 80, 90], s)]) for s in (33, 99, 77, 70)])
for f in (lambda: heapq.heappop([]), lambda: heapq.heapify((1,)), lambda: heapq.heappush([1], 'a'), lambda: bisect.bisect([1, 2], 'a'), lambda: bisect.bisect([1], 1, -1), lambda: heapq.heapreplace([], 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
