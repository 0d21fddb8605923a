"""A priority queue with items that do not compare."""
import queue

q = queue.PriorityQueue()
q.put((1, {"a": 1}))
try:
    q.put((1, {"b": 1}))
except TypeError as error:
    print(error)
print(q.qsize(), q.unfinished_tasks)
q = queue.PriorityQueue()
q.put(1)
try:
    q.put("x")
except TypeError as error:
    print(error)
print(q.mutex.locked())
