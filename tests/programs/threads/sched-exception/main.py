"""An action that raises leaves the rest in the queue."""
import sched
import time

s = sched.scheduler(time.monotonic, time.sleep)


def bad():
    raise ValueError("action")


s.enter(0.0, 1, bad)
s.enter(0.001, 2, print, ("next",))
try:
    s.run()
except ValueError as error:
    print(error, len(s.queue))
s.run()
