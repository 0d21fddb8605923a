"""sched: actions at their times."""
import sched
import time

log = []
s = sched.scheduler(time.monotonic, time.sleep)
start = time.monotonic()
s.enter(0.03, 1, log.append, ("third",))
s.enter(0.01, 2, log.append, argument=("second",))
s.enter(0.01, 1, log.append, ("first",))
dropped = s.enter(0.02, 1, log.append, ("dropped",))
s.cancel(dropped)
print(s.empty(), len(s.queue))
s.run()
print(log, s.empty(), 0.03 <= time.monotonic() - start < 0.1)
