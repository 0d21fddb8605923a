"""Semaphore(0) as a signal from one thread to another."""
import threading

a, b = threading.Semaphore(1), threading.Semaphore(0)
out = []


def ping():
    for i in range(4):
        a.acquire()
        out.append("ping")
        b.release()


def pong():
    for i in range(4):
        b.acquire()
        out.append("pong")
        a.release()


ts = [threading.Thread(target=f) for f in (pong, ping)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(*out)
