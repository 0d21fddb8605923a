from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0); print(d, d.maxlen, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 3 in d, d.count(3), d.index(3))
d.extend([7, 8]); d.extendleft([9]); print(d); d.rotate(1); print(d); d.rotate(-2); print(d, list(reversed(d))); d.remove(3) if 3 in d else None; d.insert(1, "i") if len(d) < 4 else None; print(d, d.copy(), deque("abc") + deque("d"), deque([1]) * 3, deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), bool(deque()))
e = deque("abc"); e[1] = "B"; del e[0]; e.reverse(); print(e, deque(range(5), 3)); e.clear(); print(e)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque(5), lambda: deque([1], -1), lambda: deque([1, 2], 2).insert(0, 3), lambda: deque([1])[0:1], lambda: deque([1]).index(7)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try:
    q = deque([1, 2])
    for x in q: q.append(3)
except RuntimeError as err: print(err)
