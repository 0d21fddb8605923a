"""The same table; the forks have numbers, and the smaller one is taken first."""
import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = []


def dine(seat):
    first, second = sorted((seat, (seat + 1) % 5))
    for _ in range(2):
        with forks[first]:
            time.sleep(0.01)
            with forks[second]:
                time.sleep(0.01)
                meals.append(seat)


names = ["Plato", "Hypatia", "Hume", "Arendt", "Confucius"]
threads = [threading.Thread(target=dine, args=(i,), name=name) for i, name in enumerate(names)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("meals:", len(meals), [meals.count(seat) for seat in range(5)])
