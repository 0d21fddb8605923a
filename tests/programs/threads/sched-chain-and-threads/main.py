"""An event that enters another; a thread that enters while run() waits."""
import sched
import threading
import time

s = sched.scheduler()
out = []


def again(n):
    out.append(n)
    if n < 3:
        s.enter(0.01, 1, again, (n + 1,))


s.enter(0.01, 1, again, (1,))
s.run()
print(out)
s.enter(0.1, 1, out.append, ("planned",))
t = threading.Thread(target=s.run)
t.start()
s.enter(0.05, 1, out.append, ("sooner",))
t.join()
print(sorted(out[3:]))
