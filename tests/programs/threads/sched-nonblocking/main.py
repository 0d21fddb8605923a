"""run(blocking=False) does what is due and says when the next is."""
import sched

clock = [0]
s = sched.scheduler(lambda: clock[0], lambda d: clock.__setitem__(0, clock[0] + d))
s.enter(0, 1, print, ("now",))
s.enter(5, 1, print, ("five",), {"end": "!\n"})
print(s.run(blocking=False))
clock[0] = 3
print(s.run(False))
print(s.run(), clock[0])
event = s.enter(1, 2, print)
print(event.time, event.priority, event.argument, event.kwargs, event.action is print)
print(event == s.queue[0], isinstance(event, tuple), type(event).__name__)
