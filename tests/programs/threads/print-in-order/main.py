"""Three threads print in a fixed order with events."""
import threading

events = [threading.Event() for _ in range(3)]


def speaker(n, word):
    for _ in range(2):
        events[n].wait()
        events[n].clear()
        print(word, end=" ")
        events[(n + 1) % 3].set()


threads = [threading.Thread(target=speaker, args=(n, w)) for n, w in enumerate(["I", "see", "you"])]
for t in reversed(threads):
    t.start()
events[0].set()
for t in threads:
    t.join()
print()
