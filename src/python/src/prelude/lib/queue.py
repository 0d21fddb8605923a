"""queue: queues for threads, built on one lock and three conditions as CPython's are."""

from _queue import Empty, SimpleQueue
from _thread import _lock_of, _object_level, _object_new
from collections import deque
from heapq import heappop, heappush
from threading import _condition_of, _show
from time import monotonic as time

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


def _check(timeout):
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


def _deadline(block, timeout, error):
    """Until when a call may wait; None: for ever."""
    if not block:
        raise error
    return None if timeout is None else time() + timeout


def _left(deadline, error):
    if deadline is None:
        return None
    left = deadline - time()
    if left <= 0:
        raise error
    return left


class Queue:
    # As in CPython 3.13.
    is_shutdown = False

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self._object = number = _object_new('Queue', None)
        self._unnamed = True
        self.mutex = _lock_of('Queue', number)
        self.not_empty = _condition_of('Queue', number, self.mutex)
        self.not_full = _condition_of('Queue', number, self.mutex)
        self.all_tasks_done = _condition_of('Queue', number, self.mutex)
        self.unfinished_tasks = 0

    def task_done(self):
        with self.all_tasks_done:
            if not self.unfinished_tasks:
                raise ValueError('task_done() called too many times')
            self._settle(1)

    def _settle(self, count):
        """So many items need no work any more."""
        self.unfinished_tasks -= count
        if not self.unfinished_tasks:
            self.all_tasks_done.notify_all()

    def join(self):
        if self._unnamed:
            _show(self)
        done = self.all_tasks_done
        with done:
            while self.unfinished_tasks:
                done.wait()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        if self._unnamed:
            _show(self)
        room = self.not_full
        with room:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if block and timeout is not None:
                    _check(timeout)
                if self._qsize() >= self.maxsize:
                    deadline = _deadline(block, timeout, Full)
                    while self._qsize() >= self.maxsize:
                        room.wait(_left(deadline, Full))
                        if self.is_shutdown:
                            raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            _object_level(self._object, self._qsize())
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        if self._unnamed:
            _show(self)
        items = self.not_empty
        with items:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if block and timeout is not None:
                _check(timeout)
            if not self._qsize():
                deadline = _deadline(block, timeout, Empty)
                while not self._qsize():
                    items.wait(_left(deadline, Empty))
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown
            item = self._get()
            _object_level(self._object, self._qsize())
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                thrown = 0
                while self._qsize():
                    self._get()
                    thrown += 1
                self.unfinished_tasks = max(self.unfinished_tasks - thrown, 0)
                _object_level(self._object, 0)
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    # A subclass may keep the items in another order.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def __class_getitem__(cls, item):
        return cls


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


def __getattr__(name):
    if name == '_PySimpleQueue':
        from _pylocks import SimpleQueue

        return SimpleQueue
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
