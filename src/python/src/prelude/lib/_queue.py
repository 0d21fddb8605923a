"""_queue: what CPython has in C of queue, and what it costs accordingly."""

from _thread import _lock_of, _object_level, _object_new
from collections import deque
from threading import _show
from time import monotonic as time

__all__ = ['Empty', 'SimpleQueue']


class Empty(Exception):
    pass


class SimpleQueue:
    """As CPython's `_queuemodule.c`: a lock that whoever finds nothing takes, and whoever puts something in gives back."""

    _type_name_ = '_queue.SimpleQueue'

    def __init__(self):
        self._queue = deque()
        self._object = number = _object_new('Queue', None)
        self._unnamed = True
        self._lock = _lock_of('Queue', number)
        self._locked = False

    def put(self, item, block=True, timeout=None):
        if self._unnamed:
            _show(self)
        # Told first: whoever takes the item finds that it was handed over.
        _object_level(self._object, len(self._queue) + 1)
        self._queue.append(item)
        if self._locked:
            self._wake()

    def _wake(self):
        self._locked = False
        try:
            self._lock.release()
        except RuntimeError:
            # Somebody else was faster.
            pass

    def get(self, block=True, timeout=None):
        if self._unnamed:
            _show(self)
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        queue = self._queue
        if not queue:
            self._wait(block, timeout)
        try:
            item = queue.popleft()
        except IndexError:
            # Taken from under our hands, without a GIL.
            return self.get(block, timeout)
        _object_level(self._object, len(queue))
        if queue and self._locked:
            self._wake()
        return item

    def _wait(self, block, timeout):
        """Until there is something."""
        deadline = None
        if block and timeout is not None:
            deadline = time() + timeout
        while not self._queue:
            if not self._lock.acquire(False):
                if not block:
                    raise Empty
                if deadline is None:
                    self._lock.acquire()
                elif not self._lock.acquire(True, max(deadline - time(), 0)):
                    raise Empty
            elif not block:
                self._lock.release()
                raise Empty
            self._locked = True

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return len(self._queue) == 0

    def qsize(self):
        return len(self._queue)

    def __class_getitem__(cls, item):
        return cls
