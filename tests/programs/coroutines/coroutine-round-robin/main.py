from collections import deque
class Switch:
    def __await__(self):
        got = yield "switch"
        return got
async def worker(name, n):
    total = 0
    for i in range(n):
        total += await Switch()
        print(name, i, total)
    return total
queue = deque((name, worker(name, n), None) for name, n in (("x", 2), ("y", 3)))
step = 0
while queue:
    name, coro, value = queue.popleft()
    try:
        what = coro.send(value)
        step += 1
        queue.append((name, coro, step))
    except StopIteration as e:
        print(name, "returned", e.value)
