"""multiprocessing.dummy: the names of multiprocessing, over threads.

Threads share their memory, so there is nothing to manage and nothing to copy: what a manager makes are plain objects.
"""

import sys
import threading
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
from threading import current_thread as current_process

from multiprocessing.dummy.connection import Pipe

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock', 'Semaphore',
           'BoundedSemaphore', 'Condition', 'Event', 'Barrier', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']

JoinableQueue = Queue
dict, list = dict, list


class DummyProcess(threading.Thread):
    """A thread with the ways of a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)
        self._parent, self._children = current_process(), {}
        self._start_called, self._pid = False, None

    def start(self):
        caller = current_process()
        if caller is not self._parent:
            raise RuntimeError(f"Parent is {self._parent!r} but current_process is {caller!r}")
        self._start_called = True
        # A plain thread keeps no children.
        kept = getattr(caller, '_children', None)
        if kept is not None:
            kept[self] = None
        super().start()

    @property
    def exitcode(self):
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess
current_process()._children = {}


def active_children():
    kept = current_process()._children
    for ended in [child for child in kept if not child.is_alive()]:
        kept.pop(ended, None)
    return [*kept]


def freeze_support():
    pass


class Namespace:
    def __init__(self, /, **kwds):
        vars(self).update(kwds)

    def __repr__(self):
        public = [f'{name}={value!r}' for name, value in vars(self).items() if name[:1] != '_']
        return f"{type(self).__name__}({', '.join(sorted(public))})"


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def __repr__(self):
        return f'<{type(self).__name__}({self._typecode!r}, {self._value!r})>'

    def _set(self, value):
        self._value = value

    value = property(lambda self: self._value, _set)


def Array(typecode, sequence, lock=True):
    from array import array
    return array(typecode, sequence)


def Pool(processes=None, initializer=None, initargs=()):
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


def Manager():
    # What it makes is in this module.
    return sys.modules[__name__]


def shutdown():
    pass
