"""concurrent.futures: futures, and the executor that runs calls in a pool of threads."""

import threading
import time
from _thread import _object_new, _rlock_of, _traceback_text, _write_error
from collections import namedtuple
from os import cpu_count
from queue import Empty, SimpleQueue
from threading import Event, _condition_of, _show

__all__ = ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'BrokenExecutor',
           'Future', 'Executor', 'wait', 'as_completed', 'ThreadPoolExecutor')
__path__ = []

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
# Cancelled, and those who wait know.
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'
_SHOWN_STATE = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled',
                FINISHED: 'finished'}

TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


for _class in (Error, CancelledError, InvalidStateError):
    _class.__module__ = 'concurrent.futures._base'


class Future:
    def __init__(self):
        self._object = _object_new('Future', None)
        self._unnamed = True
        self._condition = _condition_of('Future', self._object, _rlock_of(self._object))
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            where = f"<{self.__class__.__name__} at {id(self):#x} state={_SHOWN_STATE[self._state]}"
            if self._state == FINISHED:
                if self._exception:
                    return f"{where} raised {self._exception.__class__.__name__}>"
                return f"{where} returned {self._result.__class__.__name__}>"
            return where + ">"

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _get(self):
        if self._exception:
            try:
                raise self._exception
            finally:
                # The traceback refers to this frame.
                self = None
        return self._result

    def _call_back(self):
        for function in self._done_callbacks:
            self._call(function)

    def _call(self, function):
        try:
            function(self)
        except Exception as exc:
            _write_error(f"exception calling callback for {self!r}\n{_traceback_text(exc)}")

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def result(self, timeout=None):
        try:
            self._wait(timeout)
            return self._get()
        finally:
            self = None

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def _wait(self, timeout):
        """Until it is done; raises if it is cancelled or late."""
        if self._unnamed:
            _show(self)
        with self._condition:
            if self._state in (PENDING, RUNNING):
                self._condition.wait(timeout)
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_result(self)
            self._condition.notify_all()
        self._call_back()

    def set_exception(self, exception):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_exception(self)
            self._condition.notify_all()
        self._call_back()

    def __class_getitem__(cls, item):
        return cls


Future.__module__ = 'concurrent.futures._base'


class _Waiter:
    """What `wait` and `as_completed` hang into futures. `left` is how many completions it waits for."""

    def __init__(self, left, stop_on_exception):
        self.event = Event()
        self.finished = []
        self.lock = threading.Lock()
        self.left = left
        self.stop_on_exception = stop_on_exception

    def add_result(self, future):
        self._add(future, False)

    def add_exception(self, future):
        self._add(future, self.stop_on_exception)

    def add_cancelled(self, future):
        self._add(future, False)

    def _add(self, future, stop):
        with self.lock:
            self.finished.append(future)
            self.left -= 1
            stop = stop or self.left <= 0
        if stop:
            self.event.set()


class _AcquireFutures:
    """Holds the conditions of all these futures, taken in one order everywhere."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _is_done(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    with _AcquireFutures(fs):
        done = {future for future in fs if _is_done(future)}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(
                future._state == FINISHED and future._exception is not None for future in done):
            return DoneAndNotDoneFutures(done, not_done)
        if len(done) == len(fs):
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            waiter = _Waiter(1, False)
        elif return_when == FIRST_EXCEPTION:
            waiter = _Waiter(len(not_done), True)
        elif return_when == ALL_COMPLETED:
            waiter = _Waiter(len(not_done), False)
        else:
            raise ValueError(f"Invalid return condition: {return_when!r}")
        for future in fs:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    for future in fs:
        with future._condition:
            future._waiters.remove(waiter)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    deadline = None if timeout is None else timeout + time.monotonic()
    fs = set(fs)
    total = len(fs)
    with _AcquireFutures(fs):
        finished = [future for future in fs if _is_done(future)]
        pending = fs - set(finished)
        waiter = _Waiter(1, False)
        for future in fs:
            future._waiters.append(waiter)
    try:
        while finished:
            yield finished.pop()
        while pending:
            left = None
            if deadline is not None:
                left = deadline - time.monotonic()
                if left < 0:
                    raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished
                waiter.finished = []
                waiter.event.clear()
            for future in finished:
                pending.remove(future)
            # First come, first served.
            finished.reverse()
            while finished:
                yield finished.pop()
    finally:
        for future in fs:
            with future._condition:
                future._waiters.remove(waiter)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        deadline = None if timeout is None else timeout + time.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(futures, deadline)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown(wait=True)
        return False


def _results(futures, deadline):
    try:
        futures.reverse()
        while futures:
            if deadline is None:
                result = _result_or_cancel(futures.pop())
            else:
                result = _result_or_cancel(futures.pop(), deadline - time.monotonic())
            yield result
    finally:
        for future in futures:
            future.cancel()


def _result_or_cancel(future, timeout=None):
    try:
        return future.result(timeout)
    finally:
        future.cancel()


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


BrokenThreadPool.__module__ = 'concurrent.futures.thread'

# Worker threads and their queues, told to stop when the program ends.
_queues = {}
_shutdown = False
_shutdown_lock = threading.Lock()


def _stop_all():
    global _shutdown
    with _shutdown_lock:
        _shutdown = True
    workers = list(_queues.items())
    for _, queue in workers:
        queue.put(None)
    for thread, _ in workers:
        thread.join()


threading._register_atexit(_stop_all)


def _work(executor, queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as exc:
            _write_error("Exception in initializer:\n" + _traceback_text(exc))
            executor._initializer_failed()
            return
    try:
        while True:
            item = queue.get(block=True)
            if item is not None:
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
        _write_error("Exception in worker\n" + _traceback_text(exc))


class ThreadPoolExecutor(Executor):
    _made = 0

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
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._made}"
            ThreadPoolExecutor._made += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(name=f"{self._thread_name_prefix or self}_{count}", target=_work,
                                      args=(self, self._work_queue, self._initializer, self._initargs))
            thread.start()
            self._threads.add(thread)
            _queues[thread] = self._work_queue

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

