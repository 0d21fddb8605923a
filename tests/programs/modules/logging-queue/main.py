"""QueueHandler and QueueListener, MemoryHandler."""
import logging
import logging.handlers
import queue
import sys
import threading

out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
q = queue.Queue()
listener = logging.handlers.QueueListener(q, out)
log = logging.getLogger("q")
log.setLevel(logging.DEBUG)
log.addHandler(logging.handlers.QueueHandler(q))
log.info("waiting %d", 1)
print(q.qsize())
listener.start()


def work():
    log.info("from a thread")


t = threading.Thread(target=work)
t.start()
t.join()
listener.stop()
print("stopped", q.empty())
memory = logging.handlers.MemoryHandler(capacity=3, target=out)
m = logging.getLogger("m")
m.addHandler(memory)
m.warning("one")
print("one is kept")
m.error("an error flushes")
for n in range(3):
    m.warning("full %d", n)
m.warning("left")
memory.close()
