"""concurrent.futures.thread: the executor that runs calls in a pool of threads."""

import itertools
import threading
from _thread import _charge, _object_level, _object_new, get_ident
from os import cpu_count, register_at_fork
from queue import Empty, SimpleQueue

from concurrent.futures import _base
from concurrent.futures._base import BrokenExecutor, Executor, Future, _log

# What a worker takes from the queue: the function with its arguments, and where the answer goes.
class _Call:
    def __init__(self, future, function, positional, named):
        self.future = future
        self.function = function
        self.positional = positional
        self.named = named

    def run(self):
        if self.future.set_running_or_notify_cancel():
            try:
                answer = self.function(*self.positional, **self.named)
            except BaseException as error:
                self.future.set_exception(error)
            else:
                self.future.set_result(answer)


class BrokenThreadPool(BrokenExecutor):
    pass


# Worker threads and their queues, told to stop when the program ends.
_threads_queues = {}
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _stop_all():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    workers = list(_threads_queues.items())
    for _, queue in workers:
        queue.put(None)
    for thread, _ in workers:
        thread.join()


def _unlock():
    """A thread may fork while another one is in `submit`, which a child has not got."""
    global _global_shutdown_lock
    _global_shutdown_lock = threading.Lock()


threading._register_atexit(_stop_all)
register_at_fork(after_in_child=_unlock)


def _worker(executor, queue, prepare, arguments):
    if prepare is not None:
        try:
            prepare(*arguments)
        except BaseException as error:
            _log('Exception in initializer:', error, 'critical')
            with executor._shutdown_lock:
                executor._broken = 'A thread initializer failed, the thread pool is not usable anymore'
                executor._drain()
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
                # Said on to the next worker.
                queue.put(None)
                return
    except BaseException as error:
        _log('Exception in worker', error, 'critical')


class ThreadPoolExecutor(Executor):
    _next_number = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        # Up by one with every call that is done, down with every call that needs no new worker.
        self._idle_semaphore = threading.Semaphore(0)
        # A dict for its order: a set's would follow addresses, which the collector's moments decide.
        self._threads = {}
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._next_number()}"
        self._initargs = initargs
        self._initializer = initializer
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
            self._work_queue.put(_Call(future, fn, args, kwargs))
            self._staff()
            return future

    def _staff(self):
        """One more worker, where none is idle and there may be more."""
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(name=f"{self._thread_name_prefix or self}_{count}", target=_worker,
                                      args=(self, self._work_queue, self._initializer, self._initargs))
            thread.start()
            self._threads[thread] = None
            _threads_queues[thread] = self._work_queue

    def _drain(self):
        """Whatever nobody has taken yet: it fails with a broken pool, otherwise it is cancelled."""
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return
            if item is None:
                # A word that stops workers.
                continue
            if self._broken:
                item.future.set_exception(BrokenThreadPool(self._broken))
            else:
                item.future.cancel()

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                self._drain()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
