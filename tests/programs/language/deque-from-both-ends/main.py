from collections import deque
import copy, pickle
d = deque([1, 2, 3])
for i in range(40): d.append(i)
for i in range(30): d.popleft()
for i in range(20): d.appendleft(-i)
print(d, len(d), d[0], d[-1], d[7])
for i in range(25): d.pop()
print(d, list(reversed(d)), bool(d))
d.extend(range(8)); d.rotate(3); print(d)
d.rotate(-5); d.reverse(); print(d)
d[1] = 'x'; del d[0]; d.insert(2, 'y'); d.insert(-1, 'z'); print(d)
print(d.count(0), d.index('y'), 'y' in d, 999 in d)
m = deque(maxlen=3)
for i in range(5): m.append(i)
m.appendleft('a'); print(m); m.extend('xyz'); m.extendleft('pq'); print(m, m.maxlen)
for text in ("d[100]", "d['a']", "d[1:2]", "deque().pop()", "deque().popleft()", "deque(5)", "deque([], -1)", "d + [1]", "hash(d)", "d < 3", "d.index(999)",
             "d.remove(999)", "m.insert(0, 1)", "[1] + d"):
    try:
        print(eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
try:
    for x in d: d.append(1)
except RuntimeError as e:
    print(e)
print(deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1]) == [1], deque([1, 2]) < deque([1, 3]))
e = deque([1, 2]); e += [3]; e *= 2; e.extend(e); print(e)
print(copy.copy(e) == e, pickle.loads(pickle.dumps(deque([1, 2], 5))))
match e:
    case [first, *_, last]: print(first, last)
class Index:
    def __index__(self): return 1
print(e[Index()], e[True])
q = deque(range(100_000))
total = 0
while q:
    total += q.popleft()
    if total % 3 == 0: q.appendleft(1) if len(q) > 99_990 else None
print(total)
