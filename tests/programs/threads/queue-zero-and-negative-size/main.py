"""maxsize of zero or less means without bound."""
import queue

for size in (0, -1, -5):
    q = queue.Queue(size)
    for i in range(50):
        q.put_nowait(i)
    print(q.maxsize, q.qsize(), q.full())
