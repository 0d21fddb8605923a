"""asyncio.queues: Queue, PriorityQueue, LifoQueue.

Who cannot put or get waits in a line, and looks again when woken: the place or the item may be gone to somebody who came in
between. A waiter is out of its line as soon as it is woken.
"""

import heapq
from _asyncio import _level
from collections import deque

from . import locks
from .exceptions import QueueEmpty, QueueFull, QueueShutDown

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')


class Queue(locks._Shown):
    _lane_kind = 'Queue'
    _is_shutdown = False

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters = deque(), deque()
        # Items that were put and not yet told to be done; the event is set while there are none.
        self._unfinished_tasks = 0
        self._finished = locks.Event()
        self._finished._value = True
        self._init(maxsize)

    # -- what subclasses replace

    def _init(self, maxsize):
        self._queue = deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    # -- how it stands

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        return f'<{type(self).__name__} at {hex(id(self))} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        words = [f'maxsize={self._maxsize!r}']
        if items := getattr(self, '_queue', None):
            words.append(f'_queue={list(items)!r}')
        words += [f'{name}[{len(line)}]' for name, line in (('_getters', self._getters), ('_putters', self._putters)) if line]
        if self._unfinished_tasks:
            words.append(f'tasks={self._unfinished_tasks}')
        if self._is_shutdown:
            words.append('shutdown')
        return ' '.join(words)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    # -- the lines

    def _line_up(self, line):
        waiter = self._waiter()
        line.append(waiter)
        return waiter

    def _leave(self, waiter, line, is_stuck):
        """The waiter's task was cancelled. If it had been woken already, the next one is woken in its place."""
        waiter.cancel()
        if waiter in line:
            line.remove(waiter)
        if not is_stuck() and not waiter.cancelled():
            self._wake_next(line)

    def _wake_next(self, line):
        while line:
            waiter = line.popleft()
            if not waiter.done():
                return waiter.set_result(None)

    # -- items

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            waiter = self._line_up(self._putters)
            try:
                await waiter
            except BaseException:
                self._leave(waiter, self._putters, self.full)
                raise
        return self.put_nowait(item)

    async def get(self):
        while self.empty():
            if self._is_shutdown and self.empty():
                raise QueueShutDown
            waiter = self._line_up(self._getters)
            try:
                await waiter
            except BaseException:
                self._leave(waiter, self._getters, self.empty)
                raise
        return self.get_nowait()

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished._value = False
        _level(self._lane(), self.qsize())
        self._wake_next(self._getters)

    def get_nowait(self):
        if self.empty():
            raise QueueShutDown if self._is_shutdown else QueueEmpty
        item = self._get()
        _level(self._lane(), self.qsize())
        self._wake_next(self._putters)
        return item

    # -- the end

    def task_done(self):
        if self._unfinished_tasks < 1:
            raise ValueError('task_done() called too many times')
        self._finish(1)

    def _finish(self, count):
        self._unfinished_tasks -= count
        if not self._unfinished_tasks:
            # Not by `set`: the event is a part of the queue and shows as the queue.
            finished = self._finished
            finished._value = True
            finished._let_go(True, len(finished._waiters))

    async def join(self):
        if self._unfinished_tasks > 0:
            self._finished._lane_number = self._lane()
            await self._finished.wait()

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            dropped = 0
            while not self.empty():
                self._get()
                dropped += 1
            self._finish(min(dropped, self._unfinished_tasks))
        for line in (self._getters, self._putters):
            while line:
                self._wake_next(line)


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()
