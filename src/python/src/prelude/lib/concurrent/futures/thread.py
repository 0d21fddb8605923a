"""concurrent.futures.thread: the executor that runs calls in a pool of threads."""

import itertools
import threading
from _thread import _charge, _object_level, _object_new, get_ident
from os import cpu_count
from queue import Empty, SimpleQueue

from concurrent.futures import _base
from concurrent.futures._base import BrokenExecutor, Executor, Future, _log

class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as exc:
            self.future.set_exception(exc)
        else:
            self.future.set_result(result)


class BrokenThreadPool(BrokenExecutor):
    pass


# Worker threads and their queues, told to stop when the program ends.
_threads_queues = {}
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    workers = list(_threads_queues.items())
    for _, queue in workers:
        queue.put(None)
    for thread, _ in workers:
        thread.join()


threading._register_atexit(_python_exit)


def _worker(executor, queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as exc:
            _log('Exception in initializer:', exc, 'critical')
            executor._initializer_failed()
            return
    busy = False
    try:
        while True:
            # Busy from an item to the next wait for one.
            if busy and not queue._queue:
                busy = executor._level(False)
            item = queue.get(block=True)
            if item is not None:
                if not busy:
                    busy = executor._level(True)
                item.run()
                # A result must not live until the next one.
                del item
                executor._idle_semaphore.release()
                continue
            if _shutdown or executor._shutdown:
                executor._shutdown = True
                queue.put(None)
                return
    except BaseException as exc:
        _log('Exception in worker', exc, 'critical')


class ThreadPoolExecutor(Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        # A dict for its order: a set's would follow addresses, which the collector's moments decide.
        self._threads = {}
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._counter()}"
        self._initializer = initializer
        self._initargs = initargs
        # A lane of the timeline: how many workers are busy, by whom.
        self._object = _object_new('Pool', None)
        self._unnamed = True
        self._busy = {}

    def _level(self, busy):
        if busy:
            self._busy[get_ident()] = None
        else:
            del self._busy[get_ident()]
        _object_level(self._object, len(self._busy))
        return busy

    def submit(self, fn, /, *args, **kwargs):
        if self._unnamed:
            threading._show(self)
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            # Weak references, and the collector that looks at every future again and again.
            _charge(180)
            future = Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(name=f"{self._thread_name_prefix or self}_{count}", target=_worker,
                                      args=(self, self._work_queue, self._initializer, self._initargs))
            thread.start()
            self._threads[thread] = None
            _threads_queues[thread] = self._work_queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            while True:
                try:
                    item = self._work_queue.get_nowait()
                except Empty:
                    break
                if item is not None:
                    item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        item = self._work_queue.get_nowait()
                    except Empty:
                        break
                    if item is not None:
                        item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

