"""Two threads with results of their own: with a GIL they take turns, without one they run side by side."""
import threading


def collatz(start, results):
    longest = 0
    for n in range(start, start + 3000):
        steps = 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        longest = max(longest, steps)
    results.append(longest)


odd, even = [], []
threads = [
    threading.Thread(target=collatz, args=(1, odd), name="Low"),
    threading.Thread(target=collatz, args=(3001, even), name="High"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("longest walks:", odd[0], even[0])
