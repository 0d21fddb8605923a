import queue
import threading
import time


def told(f, *a, **k):
    try:
        print('->', f(*a, **k))
    except BaseException as error:
        print(type(error).__name__, error.args)


q = queue.Queue()
for i in range(4):
    q.put(i)
q.shutdown()
told(q.put, 1)
told(q.get)
told(q.get)
q.shutdown(immediate=True)
told(q.get)

q = queue.Queue(1)
q.put(1)
producer = threading.Thread(target=lambda: told(q.put, 2))
producer.start()
time.sleep(0.01)
q.shutdown()
producer.join()

q = queue.PriorityQueue()
consumer = threading.Thread(target=lambda: told(q.get))
consumer.start()
time.sleep(0.01)
q.shutdown()
consumer.join()
print(q.is_shutdown)

q = queue.LifoQueue()
q.put('last')
joiner = threading.Thread(target=lambda: told(q.join))
joiner.start()
time.sleep(0.01)
q.shutdown(immediate=True)
joiner.join()
