"""Three runners meet at a barrier after each lap; the last one to come opens it."""
import threading
import time

LAP = {"Anna": (0.01, 0.04), "Bo": (0.03, 0.02), "Cy": (0.02, 0.01)}
line = threading.Barrier(3, action=lambda: print("-- all here --"))


def run(name):
    for seconds in LAP[name]:
        time.sleep(seconds)
        line.wait()


threads = [threading.Thread(target=run, args=(name,), name=name) for name in LAP]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("finished")
