"""concurrent.futures.process: calls that processes of a pool make.

The parent keeps what it was asked for by number, with the future of each. Its *manager*, a thread, lets a few calls at a time into
the pipe to the workers, so that the others can still be cancelled, hands out what comes back, and notices the end of a worker that
should not have ended.
"""

import itertools
import multiprocessing as mp
import os
import queue
import threading

from _thread import _charge
from _process import _level_by, _new_shared, _object_name
from concurrent.futures import _base
from multiprocessing import connection, queues, util

# So many calls are on their way beside those that workers are at.
EXTRA_QUEUED_CALLS = 1

# Pages that its thread, its feeder and a worker touch for the first time since the fork, 2 µs for each, as in
# `multiprocessing.pool`. In calls of an empty function (10 ns).
_THREAD_PAGES = 55_000
_WORKER_PAGES = 10_000
_END_PAGES = 15_000
_FIRST = 70_000

_BROKEN = 'A child process terminated abruptly, the process pool is not usable anymore'
_LOST = 'A process in the process pool was terminated abruptly while the future was running or pending.'


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended without being told to."""


# ---- the end of the program

_global_shutdown = False
# The bell of every manager that runs.
_bells = {}


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    running = dict(_bells)
    for bell in running.values():
        bell.wakeup()
    for manager in running:
        manager.join()


threading._register_atexit(_python_exit)


class _Bell:
    """Wakes the manager out of its wait: an empty message says that there is something to look at."""

    def __init__(self):
        ends = self._reader, self._writer = mp.Pipe(duplex=False)
        for end in ends:
            end._unnamed = False
        self._silent = False

    def wakeup(self):
        if self._silent:
            return
        self._writer.send_bytes(b'')

    def clear(self):
        while not self._silent and self._reader.poll():
            self._reader.recv_bytes()

    def close(self):
        if self._silent:
            return
        self._silent = True
        self._writer.close()
        self._reader.close()


# ---- what crosses between the processes

class _Parts:
    """Crosses by the name of its class and its attributes."""

    def __init__(self, **parts):
        self.__dict__ = parts


class _CallItem(_Parts):
    pass


class _ResultItem(_Parts):
    pass


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _quoted(text, quotes='"""'):
    return _RemoteTraceback(f'\n{quotes}\n{text}{quotes}')


class _ExceptionWithTraceback:
    """An exception that arrives with the words of its traceback as its cause."""

    def __init__(self, exc, tb=None):
        self.tb = str(_quoted(util._traceback_text(exc)))
        exc.__traceback__ = None
        self.exc = exc

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _Calls(queues.Queue):
    """The way to the workers. A call that cannot be pickled fails its future, instead of being lost."""

    def __init__(self, size, executor):
        self._asked = executor._pending_work_items
        self._guard = executor._shutdown_lock
        self._bell = executor._bell
        super().__init__(size, ctx=executor._mp_context)

    def _feed(self):
        waiting, changed = self._buffer, self._notempty
        while True:
            with changed:
                while not waiting:
                    changed.wait()
            while waiting:
                call = waiting.popleft()
                if call is queues._sentinel:
                    return
                try:
                    data = mp.reduction.ForkingPickler.dumps(call)
                    with self._wlock:
                        self._send_bytes(data)
                except Exception as exc:
                    self._sem.release()
                    if not isinstance(call, _CallItem):
                        return
                    self._fail(call, exc)

    def _fail(self, call, exc):
        exc.__cause__ = _quoted(util._traceback_text(exc))
        asked = self._asked.pop(call.work_id, None)
        with self._guard:
            self._bell.wakeup()
        if asked is not None:
            asked[0].set_exception(exc)


# ---- a worker

def _answer(results, work_id, result=None, exception=None, exit_pid=None):
    try:
        results.put(_ResultItem(work_id=work_id, exception=exception, result=result, exit_pid=exit_pid))
    except BaseException as exc:
        # The result, or the exception, cannot be pickled.
        told = _ExceptionWithTraceback(exc)
        results.put(_ResultItem(work_id=work_id, exception=told, result=None, exit_pid=exit_pid))


def _process_worker(calls, results, initializer, initargs, max_tasks, pool):
    _charge(_WORKER_PAGES)
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as exc:
            _base._log('Exception in initializer:', exc, 'critical')
            return
    last = None
    for done in itertools.count(1):
        call = calls.get(block=True)
        if call is None:
            # Told to end: this is the farewell.
            results.put(os.getpid())
            return
        if max_tasks is not None and done >= max_tasks:
            last = os.getpid()
        _level_by(pool, 1)
        try:
            value = call.fn(*call.args, **call.kwargs)
        except BaseException as exc:
            _answer(results, call.work_id, exception=_ExceptionWithTraceback(exc), exit_pid=last)
        else:
            _answer(results, call.work_id, value, exit_pid=last)
        call = value = None
        _level_by(pool, -1)
        if last is not None:
            return


# ---- the manager

class _ExecutorManagerThread(threading.Thread):
    def __init__(self, executor):
        self._of = executor
        # The executor lets go of these at its shutdown, before this thread has ended.
        self._bell = executor._bell
        self._guard = executor._shutdown_lock
        self._workers = executor._processes
        self._calls = executor._call_queue
        self._results = executor._result_queue
        self._order = executor._work_ids
        self._asked = executor._pending_work_items
        super().__init__()

    def run(self):
        while True:
            self._send()
            news, why = self._wait()
            if why is not None:
                self._break(why)
                return
            if news is not None:
                self._take(news)
            if _global_shutdown or self._of._shutdown_thread:
                self._begin_end()
                self._send()
                if not self._asked:
                    self._end()
                    return

    def _send(self):
        """Puts calls on their way as far as there is room."""
        while not self._calls.full():
            try:
                work_id = self._order.get(block=False)
            except queue.Empty:
                return
            future, fn, args, kwargs = self._asked[work_id]
            if future.set_running_or_notify_cancel():
                self._calls.put(_CallItem(work_id=work_id, fn=fn, args=args, kwargs=kwargs), block=True)
            else:
                del self._asked[work_id]

    def _wait(self):
        """What came back, and why the pool is broken if it is: the words of an error of reading, or none."""
        results, bell = self._results._reader, self._bell._reader
        ready = connection.wait([results, bell, *[worker.sentinel for worker in [*self._workers.values()]]])
        news = why = None
        if results in ready:
            try:
                news = results.recv()
            except BaseException as exc:
                why = util._traceback_text(exc)
        elif bell not in ready:
            why = ''
        with self._guard:
            self._bell.clear()
        return news, why

    def _take(self, news):
        farewell = isinstance(news, int)
        left = None
        if farewell:
            self._workers.pop(news).join()
            if not self._workers:
                self._end()
        else:
            left = news.exit_pid
            asked = self._asked.pop(news.work_id, None)
            if asked is not None:
                future = asked[0]
                if news.exception:
                    future.set_exception(news.exception)
                else:
                    future.set_result(news.result)
        if left is None:
            self._of._idle_worker_semaphore.release()
        else:
            self._workers.pop(left).join()
            with self._guard:
                self._of._adjust_process_count()

    def _break(self, words):
        self._of._broken = _BROKEN
        self._of._shutdown_thread = True
        error = BrokenProcessPool(_LOST)
        if words:
            error.__cause__ = _quoted(words, "'''")
        for future, *_ in [*self._asked.values()]:
            future.set_exception(error)
        self._asked.clear()
        for worker in [*self._workers.values()]:
            worker.terminate()
        self._calls._reader.close()
        self._calls._writer.close()
        self._calls.cancel_join_thread()
        self._end(broken=True)

    def _begin_end(self):
        """Nobody asks for more; what has not begun is cancelled if that was wished."""
        self._of._shutdown_thread = True
        if self._of._cancel_pending_futures:
            self._of._cancel_pending_futures = False
            self._asked = {work_id: asked for work_id, asked in self._asked.items() if not asked[0].cancel()}
            try:
                while True:
                    self._order.get_nowait()
            except queue.Empty:
                pass

    def _dismiss(self):
        """A word to end for each worker that lives, as there is room for it."""
        def alive():
            return [worker for worker in self._workers.values() if worker.is_alive()]

        words = len(alive())
        while words and alive():
            try:
                while words:
                    self._calls.put_nowait(None)
                    words -= 1
            except queue.Full:
                pass

    def _end(self, broken=False):
        _charge(_END_PAGES)
        if not broken:
            self._dismiss()
            self._calls.close()
            self._calls.join_thread()
        with self._guard:
            self._bell.close()
        for worker in [*self._workers.values()]:
            if broken:
                worker.terminate()
            worker.join()
        _bells.pop(self, None)


# ---- the executor

class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = (os.cpu_count() or 1) if max_workers is None else max_workers
        if mp_context is None:
            # Workers that are replaced cannot be forked: the parent has threads.
            mp_context = mp.get_context() if max_tasks_per_child is None else mp.get_context("spawn")
        self._mp_context = mp_context
        self._forks = mp_context.get_start_method(allow_none=False) == "fork"
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._initializer, self._initargs = initializer, initargs
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if self._forks:
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                                 "supply a different mp_context.")
        self._max_tasks_per_child = max_tasks_per_child
        self._executor_manager_thread = None
        self._shutdown_thread = self._cancel_pending_futures = self._broken = False
        self._shutdown_lock = threading.Lock()
        self._idle_worker_semaphore = threading.Semaphore(0)
        # Workers by process id; what was asked for by number: future, function, arguments.
        self._processes = {}
        self._pending_work_items = {}
        self._queue_count = 0
        self._bell = _Bell()
        self._call_queue = _Calls(self._max_workers + EXTRA_QUEUED_CALLS, self)
        self._call_queue._ignore_epipe = True
        self._result_queue = mp_context.SimpleQueue()
        for made, name in ((self._call_queue, 'executor calls'), (self._result_queue, 'executor results')):
            made._unnamed = False
            _object_name(made._number, name)
        self._work_ids = queue.Queue()
        self._work_ids._unnamed = False
        _object_name(self._work_ids._object, 'executor backlog')
        self._pool = _new_shared('Pool', 'busy workers', None, None)

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _global_shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            number = self._queue_count
            self._queue_count = number + 1
            self._pending_work_items[number] = future, fn, args, kwargs
            self._work_ids.put(number)
            self._bell.wakeup()
            if not self._forks:
                self._adjust_process_count()
            if self._executor_manager_thread is None:
                self._begin()
            return future

    def _begin(self):
        # A fork copies no threads, so all of them are made before there is one.
        if self._forks:
            for _ in range(self._max_workers - len(self._processes)):
                self._spawn_process()
        _charge(_THREAD_PAGES)
        util._first_use('executor', _FIRST)
        manager = self._executor_manager_thread = _ExecutorManagerThread(self)
        manager.start()
        _bells[manager] = self._bell

    def _adjust_process_count(self):
        """One worker more, unless one is idle or there are enough."""
        if not self._idle_worker_semaphore.acquire(blocking=False) and len(self._processes) < self._max_workers:
            self._spawn_process()

    def _spawn_process(self):
        given = (self._call_queue, self._result_queue, self._initializer, self._initargs, self._max_tasks_per_child, self._pool)
        worker = self._mp_context.Process(target=_process_worker, args=given)
        worker.start()
        self._processes[worker.pid] = worker

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        chunks = _get_chunks(*iterables, chunksize=chunksize)
        return _one_by_one(super().map(_ChunkCall(fn), chunks, timeout=timeout))

    def shutdown(self, wait=True, *, cancel_futures=False):
        manager = self._executor_manager_thread
        with self._shutdown_lock:
            self._shutdown_thread = True
            self._cancel_pending_futures = cancel_futures
            if self._bell is not None:
                self._bell.wakeup()
        if wait and manager:
            manager.join()
        self._executor_manager_thread = self._processes = None
        self._call_queue = self._result_queue = self._bell = None


ProcessPoolExecutor.__init__.__qualname__ = 'ProcessPoolExecutor.__init__'


class _ChunkCall:
    """One call for several items."""

    def __init__(self, fn):
        self.fn = fn

    def __call__(self, chunk):
        return [self.fn(*args) for args in chunk]


def _get_chunks(*iterables, chunksize):
    rows = zip(*iterables)
    while chunk := tuple(itertools.islice(rows, chunksize)):
        yield chunk


def _one_by_one(lists):
    """The items of all lists; none is kept once it was given."""
    for items in lists:
        items.reverse()
        while items:
            yield items.pop()
