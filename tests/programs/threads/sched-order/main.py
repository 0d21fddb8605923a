"""sched: by time, then priority, then order of entry."""
import sched
import time

s = sched.scheduler(time.monotonic, time.sleep)
out = []
now = time.monotonic()
s.enterabs(now + 0.03, 1, out.append, ("late",))
s.enterabs(now + 0.01, 2, out.append, ("p2",))
s.enterabs(now + 0.01, 1, out.append, ("p1",))
s.enterabs(now + 0.01, 1, out.append, argument=("p1 again",))
gone = s.enter(0.02, 1, out.append, ("cancelled",))
s.cancel(gone)
print(s.empty(), len(s.queue), [e.argument for e in s.queue])
print(s.run(), out, s.empty())
try:
    s.cancel(gone)
except ValueError as error:
    print(error)
