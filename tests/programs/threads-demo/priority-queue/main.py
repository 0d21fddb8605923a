"""PriorityQueue hands out the smallest item first."""
import queue
import threading
import time

waiting = queue.PriorityQueue()
for urgency, name in ((3, "a cold"), (1, "a broken leg"), (2, "a cut"), (3, "a cough")):
    waiting.put((urgency, name))


def doctor(number):
    while True:
        try:
            urgency, name = waiting.get_nowait()
        except queue.Empty:
            return
        seen.append((urgency, name))
        time.sleep(0.02 if number == 1 else 0.03)


seen = []
doctors = [threading.Thread(target=doctor, args=(n,), name=f"Doctor-{n}") for n in (1, 2)]
for thread in doctors:
    thread.start()
    time.sleep(0.005)
for thread in doctors:
    thread.join()
print(*[name for _, name in seen], sep=", ")
