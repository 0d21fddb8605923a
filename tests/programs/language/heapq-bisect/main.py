import heapq, bisect
h = []
for v in (5, 1, 4, 1, 3): heapq.heappush(h, v)
print(h, [heapq.heappop(h) for _ in range(len(h))], heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([3, 1], [2], reverse=True)))
l = [3, 1, 2]; heapq.heapify(l); print(l, heapq.heappushpop(l, 0), heapq.heapreplace(l, 9), l)
try: heapq.heappop([])
except IndexError as e: print(e)
q = []; heapq.heappush(q, (2, "b")); heapq.heappush(q, (1, "z")); heapq.heappush(q, (1, "a")); print([heapq.heappop(q) for _ in range(3)])
try: heapq.heappush(h := [(1, {})], (1, {}))
except TypeError as e: print(e)
s = [1, 3, 3, 5]; print(bisect.bisect(s, 3), bisect.bisect_left(s, 3), bisect.bisect_right(s, 4), bisect.bisect_left(s, 9), bisect.bisect(s, 3, 0, 2)); bisect.insort(s, 4); bisect.insort_left(s, 1); print(s)
print(bisect.bisect([("a", 1), ("b", 5)], 3, key=lambda t: t[1]), ["F", "D", "C", "B", "A"][bisect.bisect([60, 70, 80, 90], 85)])
try: bisect.bisect([1], 1, -1)
except ValueError as e: print(e)
