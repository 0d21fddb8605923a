"""The three orders."""
import queue

for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = cls()
    for x in (3, 1, 2, 5, 4):
        q.put(x)
    print(cls.__name__, [q.get() for _ in range(q.qsize())], q.empty(), q.full())
q = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (2, "a"), (1, "y")):
    q.put(item)
print([q.get() for _ in range(4)])
