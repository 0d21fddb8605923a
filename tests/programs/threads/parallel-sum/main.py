"""Work split over threads, results collected by index."""
import threading


def partial(numbers, index):
    total = 0
    for n in numbers:
        total += n * n
    results[index] = total


numbers = list(range(8000))
results = [None] * 4
threads = []
for i in range(4):
    t = threading.Thread(target=partial, args=(numbers[i::4], i))
    threads.append(t)
    t.start()
for t in threads:
    t.join()
print(results, sum(results), sum(n * n for n in numbers))
