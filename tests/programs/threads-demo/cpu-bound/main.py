"""Two threads that only compute: two cores, but one GIL."""
import threading


def count_primes(low, high):
    found = 0
    for n in range(low, high):
        for divisor in range(2, int(n ** 0.5) + 1):
            if n % divisor == 0:
                break
        else:
            found += 1
    primes[low] = found


primes = {}
threads = [
    threading.Thread(target=count_primes, args=(2, 30000), name="Low"),
    threading.Thread(target=count_primes, args=(30000, 50000), name="High"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

for low, found in sorted(primes.items()):
    print(f"from {low}: {found} primes")
print("altogether", sum(primes.values()))
