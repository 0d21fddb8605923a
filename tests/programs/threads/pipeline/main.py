"""Stages connected by queues; the sentinel runs through."""
import queue
import threading

END = object()


def stage(function, source, target):
    while (item := source.get()) is not END:
        target.put(function(item))
    target.put(END)


queues = [queue.Queue() for _ in range(4)]
functions = [str.strip, str.upper, lambda s: s[::-1]]
threads = [threading.Thread(target=stage, args=(f, a, b)) for f, a, b in zip(functions, queues, queues[1:])]
for t in threads:
    t.start()
for text in ("  abc ", "def  ", " ghi"):
    queues[0].put(text)
queues[0].put(END)
out = []
while (item := queues[-1].get()) is not END:
    out.append(item)
for t in threads:
    t.join()
print(out)
