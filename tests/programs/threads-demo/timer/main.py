"""Two alarms are set, and one is cancelled in time."""
import threading
import time

begin = time.monotonic()


def ring(what):
    print(what, "after", round(time.monotonic() - begin, 1), "s")


tea = threading.Timer(0.1, ring, args=("tea",))
cake = threading.Timer(0.4, ring, args=("cake",))
eggs = threading.Timer(0.2, ring, args=("eggs",))
for timer in (tea, cake, eggs):
    timer.start()
time.sleep(0.3)
cake.cancel()
for timer in (tea, cake, eggs):
    timer.join()
print("no cake today")
