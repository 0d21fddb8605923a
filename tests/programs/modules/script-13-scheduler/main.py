"""Timers and a scheduler in virtual or real time: the order is what counts."""
import sched
import threading
import time

order = []
s = sched.scheduler(time.monotonic, time.sleep)
s.enter(0.2, 1, order.append, argument=("second",))
s.enter(0.1, 1, order.append, argument=("first",))
s.enter(0.3, 2, order.append, argument=("third",))
s.run()
print(order)
done = threading.Event()
timers = [threading.Timer(delay, lambda d=delay: order.append(f"timer {d}")) for delay in (0.2, 0.05)]
for t in timers:
    t.start()
cancelled = threading.Timer(10, print, args=("never",))
cancelled.start()
cancelled.cancel()
for t in timers:
    t.join()
print(order[3:], done.wait(timeout=0.01))


class Repeat(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks = []
r = Repeat(0.05, ticks.append, args=("tick",))
r.start()
time.sleep(0.18)
r.cancel()
print(len(ticks))
