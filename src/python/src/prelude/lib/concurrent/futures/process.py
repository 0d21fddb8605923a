"""concurrent.futures.process: the executor that runs calls in a pool of processes.

A thread of the parent, the *manager*, puts calls into a queue for the workers, hands out the results, and notices when a
worker ends that should not have.
"""

import itertools
import multiprocessing as mp
import os
import queue
import threading

from _thread import _charge
from _process import _level_by, _new_shared, _object_name
from concurrent.futures import _base
from concurrent.futures._base import BrokenExecutor, Executor, Future
from multiprocessing.connection import wait
from multiprocessing.queues import Queue
from multiprocessing.util import _traceback_text

EXTRA_QUEUED_CALLS = 1
_threads_wakeups = {}
_global_shutdown = False


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    items = list(_threads_wakeups.items())
    for _, wakeup in items:
        wakeup.wakeup()
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class _ThreadWakeup:
    def __init__(self):
        self._closed = False
        self._reader, self._writer = mp.Pipe(duplex=False)
        self._reader._unnamed = self._writer._unnamed = False

    def close(self):
        if not self._closed:
            self._closed = True
            self._writer.close()
            self._reader.close()

    def wakeup(self):
        if not self._closed:
            self._writer.send_bytes(b"")

    def clear(self):
        if not self._closed:
            while self._reader.poll():
                self._reader.recv_bytes()


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    def __init__(self, exc, tb=None):
        self.exc = exc
        self.tb = f'\n"""\n{_traceback_text(exc)}"""'
        self.exc.__traceback__ = None

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _ResultItem:
    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id = work_id
        self.exception = exception
        self.result = result
        self.exit_pid = exit_pid


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _SafeQueue(Queue):
    """A call that cannot be pickled fails its future, instead of being lost."""

    def __init__(self, max_size=0, *, ctx, pending_work_items, shutdown_lock, thread_wakeup):
        self.pending_work_items = pending_work_items
        self.shutdown_lock = shutdown_lock
        self.thread_wakeup = thread_wakeup
        super().__init__(max_size, ctx=ctx)

    def _feed(self):
        from multiprocessing.queues import _sentinel
        buffer, notempty = self._buffer, self._notempty
        while True:
            with notempty:
                while not buffer:
                    notempty.wait()
            while buffer:
                obj = buffer.popleft()
                if obj is _sentinel:
                    return
                try:
                    data = mp.reduction.ForkingPickler.dumps(obj)
                    with self._wlock:
                        self._send_bytes(data)
                except Exception as exc:
                    self._sem.release()
                    if not isinstance(obj, _CallItem):
                        return
                    exc.__cause__ = _RemoteTraceback('\n"""\n' + _traceback_text(exc) + '"""')
                    item = self.pending_work_items.pop(obj.work_id, None)
                    with self.shutdown_lock:
                        self.thread_wakeup.wakeup()
                    if item is not None:
                        item.future.set_exception(exc)


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _sendback_result(result_queue, work_id, result=None, exception=None, exit_pid=None):
    try:
        result_queue.put(_ResultItem(work_id, result=result, exception=exception, exit_pid=exit_pid))
    except BaseException as exc:
        result_queue.put(_ResultItem(work_id, exception=_ExceptionWithTraceback(exc), exit_pid=exit_pid))


# Pages that its thread, its feeder and a worker touch for the first time since the fork, 2 µs for each, as in
# `multiprocessing.pool`. In calls of an empty function (10 ns).
_THREAD_PAGES = 55_000
_WORKER_PAGES = 10_000
_END_PAGES = 15_000
_FIRST = 70_000


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks, pool):
    _charge(_WORKER_PAGES)
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as exc:
            _base._log('Exception in initializer:', exc, 'critical')
            return
    num_tasks = 0
    exit_pid = None
    while True:
        call_item = call_queue.get(block=True)
        if call_item is None:
            result_queue.put(os.getpid())
            return
        if max_tasks is not None:
            num_tasks += 1
            if num_tasks >= max_tasks:
                exit_pid = os.getpid()
        _level_by(pool, 1)
        try:
            r = call_item.fn(*call_item.args, **call_item.kwargs)
        except BaseException as exc:
            _sendback_result(result_queue, call_item.work_id, exception=_ExceptionWithTraceback(exc),
                             exit_pid=exit_pid)
        else:
            _sendback_result(result_queue, call_item.work_id, result=r, exit_pid=exit_pid)
            del r
        del call_item
        _level_by(pool, -1)
        if exit_pid is not None:
            return


class BrokenProcessPool(BrokenExecutor):
    pass


class _ExecutorManagerThread(threading.Thread):
    def __init__(self, executor):
        self.executor = executor
        self.thread_wakeup = executor._executor_manager_thread_wakeup
        self.shutdown_lock = executor._shutdown_lock
        self.processes = executor._processes
        self.call_queue = executor._call_queue
        self.result_queue = executor._result_queue
        self.work_ids_queue = executor._work_ids
        self.pending_work_items = executor._pending_work_items
        super().__init__()

    def run(self):
        while True:
            self.add_call_item_to_queue()
            result_item, is_broken, cause = self.wait_result_broken_or_wakeup()
            if is_broken:
                self.terminate_broken(cause)
                return
            if result_item is not None:
                self.process_result_item(result_item)
                process_exited = result_item.exit_pid is not None if not isinstance(result_item, int) else False
                if process_exited:
                    self.processes.pop(result_item.exit_pid).join()
                del result_item
                executor = self.executor
                if process_exited:
                    with self.shutdown_lock:
                        executor._adjust_process_count()
                else:
                    executor._idle_worker_semaphore.release()
            if self.is_shutting_down():
                self.flag_executor_shutting_down()
                self.add_call_item_to_queue()
                if not self.pending_work_items:
                    self.join_executor_internals()
                    return

    def add_call_item_to_queue(self):
        while True:
            if self.call_queue.full():
                return
            try:
                work_id = self.work_ids_queue.get(block=False)
            except queue.Empty:
                return
            work_item = self.pending_work_items[work_id]
            if work_item.future.set_running_or_notify_cancel():
                self.call_queue.put(_CallItem(work_id, work_item.fn, work_item.args, work_item.kwargs), block=True)
            else:
                del self.pending_work_items[work_id]

    def wait_result_broken_or_wakeup(self):
        result_reader = self.result_queue._reader
        wakeup_reader = self.thread_wakeup._reader
        sentinels = [p.sentinel for p in list(self.processes.values())]
        ready = wait([result_reader, wakeup_reader, *sentinels])
        cause = None
        is_broken = True
        result_item = None
        if result_reader in ready:
            try:
                result_item = result_reader.recv()
                is_broken = False
            except BaseException as exc:
                cause = [_traceback_text(exc)]
        elif wakeup_reader in ready:
            is_broken = False
        with self.shutdown_lock:
            self.thread_wakeup.clear()
        return result_item, is_broken, cause

    def process_result_item(self, result_item):
        if isinstance(result_item, int):
            # A worker that was told to end.
            p = self.processes.pop(result_item)
            p.join()
            if not self.processes:
                self.join_executor_internals()
            return
        work_item = self.pending_work_items.pop(result_item.work_id, None)
        if work_item is not None:
            if result_item.exception:
                work_item.future.set_exception(result_item.exception)
            else:
                work_item.future.set_result(result_item.result)

    def is_shutting_down(self):
        return _global_shutdown or self.executor is None or self.executor._shutdown_thread

    def terminate_broken(self, cause):
        executor = self.executor
        if executor is not None:
            executor._broken = ('A child process terminated abruptly, the process pool is not usable anymore')
            executor._shutdown_thread = True
        bpe = BrokenProcessPool("A process in the process pool was terminated abruptly while the future was "
                                "running or pending.")
        if cause is not None:
            bpe.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
        for work_item in list(self.pending_work_items.values()):
            work_item.future.set_exception(bpe)
        self.pending_work_items.clear()
        for p in list(self.processes.values()):
            p.terminate()
        self.call_queue._reader.close()
        self.call_queue._writer.close()
        self.call_queue.cancel_join_thread()
        self.join_executor_internals(broken=True)

    def flag_executor_shutting_down(self):
        executor = self.executor
        if executor is not None:
            executor._shutdown_thread = True
            if executor._cancel_pending_futures:
                new_pending = {}
                for work_id, work_item in self.pending_work_items.items():
                    if not work_item.future.cancel():
                        new_pending[work_id] = work_item
                self.pending_work_items = new_pending
                while True:
                    try:
                        self.work_ids_queue.get_nowait()
                    except queue.Empty:
                        break
                executor._cancel_pending_futures = False

    def shutdown_workers(self):
        to_stop = len([p for p in self.processes.values() if p.is_alive()])
        sent = 0
        while sent < to_stop and any(p.is_alive() for p in self.processes.values()):
            for _ in range(to_stop - sent):
                try:
                    self.call_queue.put_nowait(None)
                    sent += 1
                except queue.Full:
                    break

    def join_executor_internals(self, broken=False):
        _charge(_END_PAGES)
        if not broken:
            self.shutdown_workers()
        if not broken:
            self.call_queue.close()
            self.call_queue.join_thread()
        with self.shutdown_lock:
            self.thread_wakeup.close()
        for p in list(self.processes.values()):
            if broken:
                p.terminate()
            p.join()
        _threads_wakeups.pop(self, None)


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            self._max_workers = os.cpu_count() or 1
        else:
            if max_workers <= 0:
                raise ValueError("max_workers must be greater than 0")
            self._max_workers = max_workers
        if mp_context is None:
            mp_context = mp.get_context("spawn") if max_tasks_per_child is not None else mp.get_context()
        self._mp_context = mp_context
        self._safe_to_dynamically_spawn_children = mp_context.get_start_method(allow_none=False) != "fork"
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._initializer = initializer
        self._initargs = initargs
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context.get_start_method(allow_none=False) == "fork":
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                                 "supply a different mp_context.")
        self._max_tasks_per_child = max_tasks_per_child
        self._executor_manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._idle_worker_semaphore = threading.Semaphore(0)
        self._broken = False
        self._queue_count = 0
        self._pending_work_items = {}
        self._cancel_pending_futures = False
        self._executor_manager_thread_wakeup = _ThreadWakeup()
        queue_size = self._max_workers + EXTRA_QUEUED_CALLS
        self._call_queue = _SafeQueue(
            max_size=queue_size, ctx=self._mp_context, pending_work_items=self._pending_work_items,
            shutdown_lock=self._shutdown_lock, thread_wakeup=self._executor_manager_thread_wakeup)
        self._call_queue._ignore_epipe = True
        self._result_queue = mp_context.SimpleQueue()
        for made, name in ((self._call_queue, 'executor calls'), (self._result_queue, 'executor results')):
            made._unnamed = False
            _object_name(made._number, name)
        self._work_ids = queue.Queue()
        self._work_ids._unnamed = False
        _object_name(self._work_ids._object, 'executor backlog')
        self._pool = _new_shared('Pool', 'busy workers', None, None)

    def _start_executor_manager_thread(self):
        if self._executor_manager_thread is None:
            if not self._safe_to_dynamically_spawn_children:
                self._launch_processes()
            _charge(_THREAD_PAGES)
            mp.util._first_use('executor', _FIRST)
            self._executor_manager_thread = _ExecutorManagerThread(self)
            self._executor_manager_thread.start()
            _threads_wakeups[self._executor_manager_thread] = self._executor_manager_thread_wakeup

    def _adjust_process_count(self):
        if self._idle_worker_semaphore.acquire(blocking=False):
            return
        if len(self._processes) < self._max_workers:
            self._spawn_process()

    def _launch_processes(self):
        for _ in range(len(self._processes), self._max_workers):
            self._spawn_process()

    def _spawn_process(self):
        p = self._mp_context.Process(
            target=_process_worker,
            args=(self._call_queue, self._result_queue, self._initializer, self._initargs, self._max_tasks_per_child,
                  self._pool))
        p.start()
        self._processes[p.pid] = p

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _global_shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            f = Future()
            self._pending_work_items[self._queue_count] = _WorkItem(f, fn, args, kwargs)
            self._work_ids.put(self._queue_count)
            self._queue_count += 1
            self._executor_manager_thread_wakeup.wakeup()
            if self._safe_to_dynamically_spawn_children:
                self._adjust_process_count()
            self._start_executor_manager_thread()
            return f

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        chunks = _get_chunks(*iterables, chunksize=chunksize)
        results = super().map(_ChunkCall(fn), chunks, timeout=timeout)
        return _chain_from_iterable_of_lists(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending_futures = cancel_futures
            self._shutdown_thread = True
            if self._executor_manager_thread_wakeup is not None:
                self._executor_manager_thread_wakeup.wakeup()
        if self._executor_manager_thread and wait:
            self._executor_manager_thread.join()
        self._executor_manager_thread = None
        self._call_queue = None
        self._result_queue = None
        self._processes = None
        self._executor_manager_thread_wakeup = None


ProcessPoolExecutor.__init__.__qualname__ = 'ProcessPoolExecutor.__init__'


class _ChunkCall:
    """`_process_chunk` with its function."""

    def __init__(self, fn):
        self.fn = fn

    def __call__(self, chunk):
        return _process_chunk(self.fn, chunk)


def _get_chunks(*iterables, chunksize):
    it = zip(*iterables)
    while True:
        chunk = tuple(itertools.islice(it, chunksize))
        if not chunk:
            return
        yield chunk


def _chain_from_iterable_of_lists(iterable):
    for element in iterable:
        element.reverse()
        while element:
            yield element.pop()
