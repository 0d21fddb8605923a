"""Since 3.10 `x += 1` in a plain loop loses nothing under the GIL."""
import threading

x = 0


def work():
    global x
    for _ in range(100_000):
        x += 1


ts = [threading.Thread(target=work) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(x)
