"""Stages joined by queues, each with its own thread; names show in the log."""
import logging
import queue
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(threadName)-8s %(message)s")
STOP = object()


def stage(func, source, target):
    while (item := source.get()) is not STOP:
        target.put(func(item))
    target.put(STOP)
    logging.info("stops")


queues = [queue.Queue() for _ in range(4)]
functions = [("upper", str.upper), ("reverse", lambda s: s[::-1]), ("exclaim", lambda s: s + "!")]
threads = [threading.Thread(target=stage, args=(f, queues[i], queues[i + 1]), name=name) for i, (name, f) in enumerate(functions)]
for t in threads:
    t.start()
for word in ("one", "two", "three"):
    queues[0].put(word)
queues[0].put(STOP)
for t in threads:
    t.join()
out = []
while (item := queues[-1].get()) is not STOP:
    out.append(item)
logging.info("%s", out)
