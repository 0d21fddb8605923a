"""multiprocessing.queues: queues over a pipe.

What is put into a `Queue` waits in the putting process until a thread of it, the *feeder*, has pickled and written it; that is why
`empty()` may be true right after a `put`. A `SimpleQueue` writes at once.
"""

from _thread import _charge
import collections
import threading
import time
from queue import Empty, Full

from _process import _level, _name_of, _name_pipe, _new_shared, _object_name

from . import connection, context, synchronize, util
from .reduction import ForkingPickler

_ForkingPickler = ForkingPickler

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']

# What a queue without a limit takes (`SEM_VALUE_MAX`).
_UNLIMITED = 2147483647
_EPIPE = 32

# The feeder's last item.
_sentinel = object()


class _Places(synchronize._Part):
    """How many more items a queue takes; `_most` in all."""

    def __init__(self, most, of):
        synchronize._Part.__init__(self, most, 'Queue', of)
        self._most = most

    def __getstate__(self):
        return (self._most, *super().__getstate__())

    def __setstate__(self, state):
        self._most, *rest = state
        super().__setstate__(rest)


class _OverPipe:
    """A pipe at whose ends processes take turns, each end under a lock; shown as one object."""

    def _open(self, ctx):
        self._unnamed = True
        self._number = _new_shared('Queue', None, None, None)
        self._have(*connection.Pipe(duplex=False))
        _name_pipe(self._writer.fileno(), None, self._number)
        self._rlock, self._wlock = (synchronize.Lock(ctx=ctx, of=self._number) for _ in range(2))

    def _have(self, reader, writer):
        reader._unnamed = writer._unnamed = False
        self._reader, self._writer = reader, writer
        self._poll = reader.poll

    def _show(self):
        """Tells the host what the program calls it, when it is first used."""
        self._unnamed = False
        name = _name_of(self)
        if name is not None:
            _object_name(self._number, name)

    def empty(self):
        return not self._poll()


class Queue(_OverPipe):
    def __init__(self, maxsize=0, *, ctx):
        self._maxsize = _UNLIMITED if maxsize <= 0 else maxsize
        # Beyond its locks and its pipe, measured as those.
        _charge(2_000)
        self._open(ctx)
        self._sem = _Places(self._maxsize, self._number)
        self._ignore_epipe = False
        self._begin()
        util.register_after_fork(self, type(self)._begin)

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._reader, self._writer, self._rlock, self._wlock, self._sem, self._maxsize, self._ignore_epipe,
                self._number, self._unnamed)

    def __setstate__(self, state):
        (reader, writer, self._rlock, self._wlock, self._sem, self._maxsize, self._ignore_epipe,
         self._number, self._unnamed) = state
        self._have(reader, writer)
        self._begin()

    def _begin(self):
        """What belongs to one process: it starts anew in a child, which has no feeder yet."""
        self._send_bytes, self._recv_bytes = self._writer.send_bytes, self._reader.recv_bytes
        self._buffer = collections.deque()
        self._notempty = threading.Condition(threading.Lock())
        self._notempty._unnamed = False
        self._closed = self._joincancelled = False
        self._thread = self._jointhread = self._close = None

    def _in_use(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if self._unnamed:
            self._show()

    def _tell_level(self):
        _level(self._number, self.qsize())

    # ---- in and out

    def put(self, obj, block=True, timeout=None):
        self._in_use()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty:
            self._add(obj)
        self._tell_level()

    def _add(self, obj):
        if self._thread is None:
            self._start_thread()
        self._buffer.append(obj)
        self._notempty.notify()

    def get(self, block=True, timeout=None):
        self._in_use()
        if block and timeout is None:
            with self._rlock:
                data = self._recv_bytes()
            self._sem.release()
        else:
            # Time spent on waiting for the lock is missing at the pipe.
            until = time.monotonic() + timeout if block else None
            if not self._rlock.acquire(block, timeout):
                raise Empty
            try:
                if not (self._poll(until - time.monotonic()) if block else self._poll()):
                    raise Empty
                data = self._recv_bytes()
                self._sem.release()
            finally:
                self._rlock.release()
        self._tell_level()
        return _ForkingPickler.loads(data)

    def put_nowait(self, obj):
        self.put(obj, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def qsize(self):
        return self._maxsize - self._sem.get_value()

    def full(self):
        return not self._sem.get_value()

    # ---- the feeder

    def _start_thread(self):
        util.debug('Queue._start_thread()')
        self._buffer.clear()
        feeder = self._thread = threading.Thread(target=type(self)._feed, args=(self,), name='QueueFeederThread')
        feeder.daemon = True
        feeder.start()
        # At the end of the process: first all queues are told, then each feeder is waited for.
        if not self._joincancelled:
            self._jointhread = util.Finalize(feeder, _wait_for_feeder, [feeder], exitpriority=-5)
        self._close = util.Finalize(self, _tell_feeder, [self._buffer, self._notempty], exitpriority=10)

    def _feed(self):
        util.debug('starting thread to feed data to pipe')
        while self._feed_on():
            pass

    def _feed_on(self):
        """Writes what there is, or waits for more. Whether to go on."""
        waiting, changed, obj = self._buffer, self._notempty, None
        try:
            with changed:
                while not waiting:
                    changed.wait()
            while waiting:
                obj = waiting.popleft()
                if obj is _sentinel:
                    util.debug('feeder thread got sentinel -- exiting')
                    return False
                data = _ForkingPickler.dumps(obj)
                obj = None
                with self._wlock:
                    self._send_bytes(data)
        except Exception as exc:
            if self._ignore_epipe and getattr(exc, 'errno', None) == _EPIPE:
                return False
            if util.is_exiting():
                util.info('error in queue thread: %s', exc)
                return False
            # The place is free again: what could not be pickled will not come.
            self._sem.release()
            self._on_queue_feeder_error(exc, obj)
        return True

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        import sys
        sys.stderr.write(util._traceback_text(e))

    # ---- the end

    def close(self):
        self._closed = True
        tell, self._close = self._close, None
        if tell:
            tell()

    def join_thread(self):
        util.debug('Queue.join_thread()')
        assert self._closed, f"Queue {self!r} not closed"
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        util.debug('Queue.cancel_join_thread()')
        self._joincancelled = True
        if self._jointhread:
            self._jointhread.cancel()


def _wait_for_feeder(feeder):
    util.debug('joining queue thread')
    feeder.join()


def _tell_feeder(buffer, notempty):
    util.debug('telling queue thread to quit')
    with notempty:
        buffer.append(_sentinel)
        notempty.notify()


class JoinableQueue(Queue):
    """A queue that counts what was taken and not yet reported as done."""

    def __init__(self, maxsize=0, *, ctx):
        super().__init__(maxsize, ctx=ctx)
        part_of = self._number
        self._unfinished_tasks = synchronize._Part(0, 'Queue', part_of)
        self._cond = synchronize.Condition(synchronize.Lock(ctx=ctx, of=part_of), ctx=ctx, _object=part_of)

    def __getstate__(self):
        return (super().__getstate__(), self._unfinished_tasks, self._cond)

    def __setstate__(self, state):
        plain, self._unfinished_tasks, self._cond = state
        super().__setstate__(plain)

    def _add(self, obj):
        with self._cond:
            self._unfinished_tasks.release()
            super()._add(obj)

    def task_done(self):
        unfinished = self._unfinished_tasks
        with self._cond:
            if not unfinished.acquire(False):
                raise ValueError('task_done() called too many times')
            if not unfinished.get_value():
                self._cond.notify_all()

    def join(self):
        if self._unnamed:
            self._show()
        with self._cond:
            if self._unfinished_tasks.get_value():
                self._cond.wait()


class SimpleQueue(_OverPipe):
    def __init__(self, *, ctx):
        _charge(1_100)
        self._open(ctx)

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._reader, self._writer, self._rlock, self._wlock, self._number, self._unnamed)

    def __setstate__(self, state):
        reader, writer, self._rlock, self._wlock, self._number, self._unnamed = state
        self._have(reader, writer)

    def put(self, obj):
        if self._unnamed:
            self._show()
        data = _ForkingPickler.dumps(obj)
        with self._wlock:
            self._writer.send_bytes(data)

    def get(self):
        if self._unnamed:
            self._show()
        with self._rlock:
            data = self._reader.recv_bytes()
        return _ForkingPickler.loads(data)

    def close(self):
        for end in (self._reader, self._writer):
            end.close()

    def __class_getitem__(cls, item):
        return cls
