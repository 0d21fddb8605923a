"""A subclass with its own storage: a queue without duplicates."""
import queue


class SetQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue[item] = True

    def _get(self):
        first = next(iter(self.queue))
        del self.queue[first]
        return first


q = SetQueue(3)
for x in "aabbc":
    q.put_nowait(x)
print(q.qsize(), q.full(), q.unfinished_tasks)
try:
    q.put_nowait("d")
except queue.Full:
    print("full")
print([q.get() for _ in range(3)])
