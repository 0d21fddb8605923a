"""sys.setswitchinterval is read back, and bad values refused."""
import sys
import threading

print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(round(sys.getswitchinterval(), 6))
for bad in (0, -1, "x"):
    try:
        sys.setswitchinterval(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
total = [0]
lock = threading.Lock()


def count():
    for _ in range(500):
        with lock:
            total[0] += 1


threads = [threading.Thread(target=count) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)
