"""Several threads print; the lines are whole, their order is open."""
import threading
import time


def speak(name):
    for i in range(5):
        print(f"{name} says {i}")
        time.sleep(0.001)


threads = [threading.Thread(target=speak, args=(name,)) for name in ("ann", "bob", "cy")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("silence")
