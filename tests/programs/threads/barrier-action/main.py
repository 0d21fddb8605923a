"""The action runs once a round, in one of the threads, before any is let go."""
import threading

log = []
lock = threading.Lock()


def action():
    log.append("action")


b = threading.Barrier(3, action)


def work(i):
    for r in range(3):
        with lock:
            log.append("in")
        b.wait()


ts = [threading.Thread(target=work, args=(i,)) for i in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(log.count("action"), log[:4], log[-1])
