"""Cars wait for the Event; the light sets it and clears it again."""
import threading
import time

green = threading.Event()
crossed = []


def car(name, arrives):
    time.sleep(arrives)
    green.wait()
    crossed.append(name)


def light():
    time.sleep(0.03)
    green.set()
    time.sleep(0.03)
    green.clear()
    time.sleep(0.03)
    green.set()


threads = [threading.Thread(target=light, name="Light")]
for name, arrives in (("red", 0.01), ("blue", 0.02), ("white", 0.045), ("black", 0.07)):
    threads.append(threading.Thread(target=car, args=(name, arrives), name=name))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(crossed[:2]), crossed[2:])
