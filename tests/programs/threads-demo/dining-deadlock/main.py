"""Five philosophers take the left fork first, all at once."""
import threading
import time

forks = [threading.Lock() for _ in range(5)]


def dine(seat):
    left, right = forks[seat], forks[(seat + 1) % 5]
    with left:
        time.sleep(0.1)  # everybody has the left one now
        with right:
            print("never printed")


names = ["Plato", "Hypatia", "Hume", "Arendt", "Confucius"]
threads = [threading.Thread(target=dine, args=(i,), name=name) for i, name in enumerate(names)]
for thread in threads:
    thread.start()
print("they sit down", flush=True)
for thread in threads:
    thread.join()
