"""multiprocessing.pool: workers that are processes. What is asked for, and the threads that look after it, are those of
`_threadpool`; here are the workers, the pipes to them, and what becomes of errors and of workers that end.
"""

from _thread import _charge
import collections
import itertools
import os
import queue
import threading
import time

from _process import _level, _level_by, _new_shared, _note, _object_name

from . import get_context, TimeoutError, util
from ._threadpool import (
    CLOSE, RUN, TERMINATE, ApplyResult, AsyncResult, IMapIterator, IMapUnorderedIterator, MapResult, ThreadPool,
    _chunks, _hand_over, _raise, mapstar, starmapstar,
)
from .connection import wait
from .queues import SimpleQueue
from .util import _traceback_text, debug

__all__ = ['Pool', 'ThreadPool']

INIT = 'INIT'

# Pages that the pool's threads and workers touch for the first time since the fork: 2 µs for each (CPython 3.11.7, AMD EPYC,
# 2026-11-26; the CPU time of the parent of `Pool(1)` less that of its parts alone, and of a worker up to its first job less
# that of a process). In calls of an empty function (10 ns).
_THREAD_PAGES = 20_000
_WORKER_PAGES = 15_000
_END_PAGES = 14_000
# A program's first pool, beyond a later one.
_FIRST = 70_000

for _shared in (ApplyResult, MapResult, IMapIterator, IMapUnorderedIterator):
    _shared.__module__ = __name__
del _shared


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    def __init__(self, exc, tb=None):
        self.exc = exc
        self.tb = f'\n"""\n{_traceback_text(exc)}"""'
        self.exc.__traceback__ = None

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """A result that could not be sent."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{self.__class__.__name__}: {self}>"


class _Tasks(SimpleQueue):
    """The way to the workers. Its level is how many tasks nobody has begun, the pool's how many workers are busy."""

    def __init__(self, *, ctx):
        SimpleQueue.__init__(self, ctx=ctx)
        self._pool = _new_shared('Pool', 'busy workers', None, None)

    def __getstate__(self):
        return (self._pool, *SimpleQueue.__getstate__(self))

    def __setstate__(self, state):
        self._pool, *rest = state
        SimpleQueue.__setstate__(self, rest)


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError(f"Maxtasks {maxtasks!r} is not valid")
    _charge(_WORKER_PAGES)
    put, get = outqueue.put, inqueue.get
    tasks, pool = inqueue._number, inqueue._pool
    inqueue._writer.close()
    outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while completed != maxtasks:
        try:
            task = get()
        except (EOFError, OSError):
            # The parent has gone.
            task, why = None, 'worker got EOFError or OSError -- exiting'
        else:
            why = 'worker got sentinel -- exiting'
        if task is None:
            debug(why)
            break
        _level_by(tasks, -1)
        _level_by(pool, 1)
        job, i, func, args, kwds = task
        try:
            result = (True, func(*args, **kwds))
        except Exception as exc:
            if wrap_exception and func is not _raise:
                exc = ExceptionWithTraceback(exc)
            result = (False, exc)
        try:
            put((job, i, result))
        except Exception as exc:
            debug('Possible encoding error while sending result: %s', exc)
            put((job, i, (False, MaybeEncodingError(exc, result[1]))))
        _level_by(pool, -1)
        task = job = result = func = args = kwds = None
        completed += 1
    debug('worker exiting after %d tasks', completed)


class _Notifying(dict):
    """Results to come, by job. Tells the handler of workers when it has become empty."""

    def __init__(self, notifier):
        super().__init__()
        self.notifier = notifier

    def __delitem__(self, job):
        super().__delitem__(job)
        if not self:
            self.notifier.put(None)


class Pool(ThreadPool):
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        util._first_use('pool', _FIRST)
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._taskqueue._unnamed = False
        _object_name(self._taskqueue._object, 'pool requests')
        self._change_notifier = self._ctx.SimpleQueue()
        self._change_notifier._unnamed = False
        _object_name(self._change_notifier._number, 'pool notices')
        self._cache = _Notifying(self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        self._processes = (os.cpu_count() or 1) if processes is None else processes
        if self._processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and not (isinstance(maxtasksperchild, int) and maxtasksperchild > 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if not (initializer is None or callable(initializer)):
            raise TypeError('initializer must be a callable')
        try:
            self._repopulate_pool()
        except Exception:
            self._end_workers()
            for begun in self._pool:
                begun.join()
            raise
        self._worker_handler = self._start(Pool._handle_workers)
        self._task_handler = self._start(Pool._handle_tasks)
        self._result_handler = self._start(Pool._handle_results)
        self._terminate = util.Finalize(self, self._terminate_pool, exitpriority=15)
        self._state = RUN

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def _setup_queues(self):
        self._inqueue = _Tasks(ctx=self._ctx)
        self._outqueue = self._ctx.SimpleQueue()
        for made, name in ((self._inqueue, 'pool tasks'), (self._outqueue, 'pool results')):
            _object_name(made._number, name)
            made._unnamed = False
        self._quick_get = self._outqueue._reader.recv

    def _asked(self, count):
        _level_by(self._inqueue._number, count)

    def _start(self, handle):
        _charge(_THREAD_PAGES)
        thread = threading.Thread(target=handle, args=(self,))
        thread.daemon = True
        thread._state = RUN
        thread.start()
        return thread

    # ---- workers

    def _repopulate_pool(self):
        for _ in range(self._processes - len(self._pool)):
            w = self.Process(self._ctx, target=worker,
                             args=(self._inqueue, self._outqueue, self._initializer, self._initargs,
                                   self._maxtasksperchild, True))
            w.name = w.name.replace('Process', 'PoolWorker')
            w.daemon = True
            w.start()
            self._pool.append(w)
            debug('added worker')

    def _join_exited_workers(self):
        cleaned = False
        for i in reversed(range(len(self._pool))):
            w = self._pool[i]
            if w.exitcode is not None:
                w.join()
                cleaned = True
                del self._pool[i]
                if self._state == RUN:
                    _note(f'{w.name} has ended; the pool starts another')
        return cleaned

    def _handle_workers(self):
        me = threading.current_thread()
        while me._state == RUN or (self._cache and me._state != TERMINATE):
            if self._join_exited_workers():
                self._repopulate_pool()
            # A result wakes this handler too, as long as the handler of results has not taken it.
            wait([*[w.sentinel for w in self._pool], self._outqueue._reader, self._change_notifier._reader])
            while not self._change_notifier.empty():
                self._change_notifier.get()
        self._taskqueue.put(None)
        debug('worker handler exiting')

    def _handle_tasks(self):
        me = threading.current_thread()
        put = self._inqueue.put
        for tasks, set_length in iter(self._taskqueue.get, None):
            task = None
            count = 0
            try:
                for task in tasks:
                    if me._state != RUN:
                        debug('task handler found thread._state != RUN')
                        break
                    if set_length:
                        self._asked(1)
                    try:
                        put(task)
                    except Exception as exc:
                        job, index = task[:2]
                        self._asked(-1)
                        try:
                            self._cache[job]._set(index, (False, exc))
                        except KeyError:
                            pass
                    count = task[1] + 1
                else:
                    if set_length:
                        set_length(count)
                    continue
                break
            finally:
                task = tasks = None
        else:
            debug('task handler got sentinel')
        try:
            self._outqueue.put(None)
            for _ in self._pool:
                put(None)
        except OSError:
            debug('task handler got OSError when sending sentinels')

    def _handle_results(self):
        me = threading.current_thread()
        get = self._quick_get
        while True:
            try:
                outcome = get()
            except (OSError, EOFError):
                debug('result handler got EOFError/OSError -- exiting')
                return
            if me._state != RUN:
                assert me._state == TERMINATE, "Thread not in TERMINATE"
                break
            if outcome is None:
                break
            _hand_over(self._cache, outcome)
            outcome = None
        while self._cache and me._state != TERMINATE:
            try:
                outcome = get()
            except (OSError, EOFError):
                return
            if outcome is not None:
                _hand_over(self._cache, outcome)
        debug('result handler exiting: len(cache)=%s, thread._state=%s', len(self._cache), me._state)

    # ---- the end

    def close(self):
        debug('closing pool')
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        debug('terminating pool')
        self._state = TERMINATE
        self._terminate()

    def _terminate_pool(self):
        _charge(_END_PAGES)
        self._worker_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._task_handler._state = TERMINATE
        self._drain()
        self._result_handler._state = TERMINATE
        self._outqueue.put(None)
        if threading.current_thread() is not self._worker_handler:
            self._worker_handler.join()
        self._end_workers()
        for handler in (self._task_handler, self._result_handler):
            if handler is not threading.current_thread():
                handler.join()
        for left in self._pool:
            if left.is_alive():
                left.join()
        _level(self._inqueue._number, 0)

    def _end_workers(self):
        for running in self._pool:
            if running.exitcode is None:
                running.terminate()

    def _drain(self):
        """Makes room, so that the handler of tasks, if it waits for room, gets to look at its state."""
        self._inqueue._rlock.acquire()
        while self._task_handler.is_alive() and self._inqueue._reader.poll():
            self._inqueue._reader.recv()
            time.sleep(0)

    def join(self):
        debug('joining pool')
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        for handler in (self._worker_handler, self._task_handler, self._result_handler):
            handler.join()
        # Workers that were begun until then are among them.
        for last in self._pool:
            last.join()

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()
