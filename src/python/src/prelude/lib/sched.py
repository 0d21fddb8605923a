"""sched: an event scheduler for one thread or several."""

import time
from heapq import heapify, heappop, heappush
from threading import RLock
from time import monotonic as _time

__all__ = ["scheduler"]

_no_kwargs = {}


class Event:
    """Ordered by time, priority and order of entry."""

    __slots__ = ('time', 'priority', 'sequence', 'action', 'argument', 'kwargs')

    def __init__(self, time, priority, sequence, action, argument, kwargs):
        self.time = time
        self.priority = priority
        self.sequence = sequence
        self.action = action
        self.argument = argument
        self.kwargs = kwargs

    def _key(self):
        return (self.time, self.priority, self.sequence)

    def __lt__(self, other):
        return self._key() < other._key()

    def __eq__(self, other):
        if not isinstance(other, Event):
            return NotImplemented
        return self._key() == other._key()

    __hash__ = object.__hash__

    def __repr__(self):
        return (f"Event(time={self.time!r}, priority={self.priority!r}, sequence={self.sequence!r}, "
                f"action={self.action!r}, argument={self.argument!r}, kwargs={self.kwargs!r})")


class scheduler:
    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = RLock()
        self._entered = 0
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        with self._lock:
            event = Event(time, priority, self._entered, action, argument, {} if kwargs is None else kwargs)
            self._entered += 1
            heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                early = event.time > now
                if not early:
                    heappop(self._queue)
            if early:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
            else:
                event.action(*event.argument, **event.kwargs)
                # The others get a chance.
                self.delayfunc(0)

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)
