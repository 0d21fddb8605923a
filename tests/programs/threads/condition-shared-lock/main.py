"""Two conditions over one lock: not_empty and not_full."""
import threading

lock = threading.Lock()
not_empty, not_full = threading.Condition(lock), threading.Condition(lock)
buffer, log = [], []


def produce():
    for i in range(8):
        with not_full:
            while len(buffer) >= 2:
                not_full.wait()
            buffer.append(i)
            log.append(len(buffer))
            not_empty.notify()


def consume():
    for _ in range(8):
        with not_empty:
            not_empty.wait_for(lambda: buffer)
            got.append(buffer.pop(0))
            not_full.notify()


got = []
ts = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(got, max(log) <= 2, lock.locked())
