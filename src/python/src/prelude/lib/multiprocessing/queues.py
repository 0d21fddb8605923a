"""multiprocessing.queues: queues over a pipe. Items wait in the putting process until its feeder thread has written them."""

from _thread import _charge
import collections
import os
import threading
import time
from queue import Empty, Full

from _process import _level, _name_of, _name_pipe, _new_shared, _object_name

from . import connection, context
from .reduction import ForkingPickler
from .synchronize import BoundedSemaphore, Condition, Lock, SemLock, Semaphore, _Part
from .util import Finalize, _traceback_text, debug, info, is_exiting, register_after_fork

_ForkingPickler = ForkingPickler

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']

_sentinel = object()


class _Places(_Part):
    """How many more items a queue takes; `_most` in all."""

    def __init__(self, most, of):
        _Part.__init__(self, most, 'Queue', of)
        self._most = most

    def __getstate__(self):
        return (self._most, *super().__getstate__())

    def __setstate__(self, state):
        self._most, *rest = state
        super().__setstate__(rest)


class Queue:
    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            maxsize = 2147483647
        self._maxsize = maxsize
        # Beyond its locks and its pipe, measured as those.
        _charge(2_000)
        self._number = number = _new_shared('Queue', None, None, None)
        self._unnamed = True
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reader._unnamed = self._writer._unnamed = False
        _name_pipe(self._writer.fileno(), None, number)
        self._rlock = Lock(ctx=ctx, of=number)
        self._opid = os.getpid()
        self._wlock = Lock(ctx=ctx, of=number)
        self._sem = _Places(maxsize, number)
        self._ignore_epipe = False
        self._reset()
        register_after_fork(self, Queue._after_fork)

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
                self._opid, self._number, self._unnamed)

    def __setstate__(self, state):
        (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
         self._opid, self._number, self._unnamed) = state
        self._reader._unnamed = self._writer._unnamed = False
        self._reset()

    def _after_fork(self):
        self._reset(after_fork=True)

    def _reset(self, after_fork=False):
        self._notempty = threading.Condition(threading.Lock())
        self._notempty._unnamed = False
        self._buffer = collections.deque()
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None
        self._send_bytes = self._writer.send_bytes
        self._recv_bytes = self._reader.recv_bytes
        self._poll = self._reader.poll

    def _show(self):
        self._unnamed = False
        name = _name_of(self)
        if name is not None:
            _object_name(self._number, name)

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if self._unnamed:
            self._show()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()
        _level(self._number, self._maxsize - self._sem.get_value())

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if self._unnamed:
            self._show()
        if block and timeout is None:
            with self._rlock:
                res = self._recv_bytes()
            self._sem.release()
        else:
            if block:
                deadline = time.monotonic() + timeout
            if not self._rlock.acquire(block, timeout):
                raise Empty
            try:
                if block:
                    timeout = deadline - time.monotonic()
                    if not self._poll(timeout):
                        raise Empty
                elif not self._poll():
                    raise Empty
                res = self._recv_bytes()
                self._sem.release()
            finally:
                self._rlock.release()
        _level(self._number, self._maxsize - self._sem.get_value())
        return _ForkingPickler.loads(res)

    def qsize(self):
        return self._maxsize - self._sem.get_value()

    def empty(self):
        return not self._poll()

    def full(self):
        return self._sem.get_value() == 0

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        self._closed = True
        close = self._close
        if close:
            self._close = None
            close()

    def join_thread(self):
        debug('Queue.join_thread()')
        assert self._closed, f"Queue {self!r} not closed"
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        debug('Queue.cancel_join_thread()')
        self._joincancelled = True
        try:
            self._jointhread.cancel()
        except AttributeError:
            pass

    def _start_thread(self):
        debug('Queue._start_thread()')
        self._buffer.clear()
        self._thread = threading.Thread(target=type(self)._feed, args=(self,), name='QueueFeederThread')
        self._thread.daemon = True
        self._thread.start()
        if not self._joincancelled:
            self._jointhread = Finalize(self._thread, Queue._finalize_join, [self._thread], exitpriority=-5)
        self._close = Finalize(self, Queue._finalize_close, [self._buffer, self._notempty], exitpriority=10)

    @staticmethod
    def _finalize_join(thread):
        debug('joining queue thread')
        thread.join()

    @staticmethod
    def _finalize_close(buffer, notempty):
        debug('telling queue thread to quit')
        with notempty:
            buffer.append(_sentinel)
            notempty.notify()

    def _feed(self):
        debug('starting thread to feed data to pipe')
        buffer, notempty = self._buffer, self._notempty
        send_bytes, wlock = self._send_bytes, self._wlock
        while True:
            obj = None
            try:
                with notempty:
                    while not buffer:
                        notempty.wait()
                while buffer:
                    obj = buffer.popleft()
                    if obj is _sentinel:
                        debug('feeder thread got sentinel -- exiting')
                        self._reader_is_ours()
                        return
                    data = _ForkingPickler.dumps(obj)
                    obj = None
                    with wlock:
                        send_bytes(data)
            except Exception as exc:
                if self._ignore_epipe and getattr(exc, 'errno', 0) == 32:
                    return
                if is_exiting():
                    info('error in queue thread: %s', exc)
                    return
                # The place is free again: what could not be pickled will not come.
                self._sem.release()
                self._on_queue_feeder_error(exc, obj)

    def _reader_is_ours(self):
        pass

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        import sys
        sys.stderr.write(_traceback_text(e))


class JoinableQueue(Queue):
    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        number = self._number
        self._unfinished_tasks = _Part(0, 'Queue', number)
        self._cond = Condition(Lock(ctx=ctx, of=number), ctx=ctx, _object=number)

    def __getstate__(self):
        return Queue.__getstate__(self) + (self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state[:-2])
        self._cond, self._unfinished_tasks = state[-2:]

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if self._unnamed:
            self._show()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._notempty.notify()
        _level(self._number, self._maxsize - self._sem.get_value())

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError('task_done() called too many times')
            if self._unfinished_tasks.get_value() == 0:
                self._cond.notify_all()

    def join(self):
        if self._unnamed:
            self._show()
        with self._cond:
            if self._unfinished_tasks.get_value() != 0:
                self._cond.wait()


class SimpleQueue:
    def __init__(self, *, ctx):
        _charge(1_100)
        self._number = number = _new_shared('Queue', None, None, None)
        self._unnamed = True
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reader._unnamed = self._writer._unnamed = False
        _name_pipe(self._writer.fileno(), None, number)
        self._rlock = Lock(ctx=ctx, of=number)
        self._poll = self._reader.poll
        self._wlock = Lock(ctx=ctx, of=number)

    def _show(self):
        self._unnamed = False
        name = _name_of(self)
        if name is not None:
            _object_name(self._number, name)

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._reader, self._writer, self._rlock, self._wlock, self._number, self._unnamed)

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock, self._number, self._unnamed = state
        self._reader._unnamed = self._writer._unnamed = False
        self._poll = self._reader.poll

    def get(self):
        if self._unnamed:
            self._show()
        with self._rlock:
            res = self._reader.recv_bytes()
        return _ForkingPickler.loads(res)

    def put(self, obj):
        if self._unnamed:
            self._show()
        data = _ForkingPickler.dumps(obj)
        with self._wlock:
            self._writer.send_bytes(data)

    def __class_getitem__(cls, item):
        return cls
