"""concurrent.futures._base: futures, waiting for several of them, and what every executor can do."""

import sys
import threading
import time
from _thread import _object_new, _rlock_of, _traceback_text, _write_error
from collections import namedtuple
from threading import Event, _condition_of, _show

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


def _log(message, exc=None, level='exception'):
    """To the logger of this package where `logging` is loaded; otherwise to standard error, as that does by default."""
    logging = sys.modules.get('logging')
    if logging is not None:
        getattr(logging.getLogger('concurrent.futures'), level)(message)
    elif exc is not None:
        _write_error(f"{message}\n{_traceback_text(exc)}")
    else:
        _write_error(message + "\n")


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._object = _object_new('Future', None)
        self._unnamed = True
        self._condition = _condition_of('Future', self._object, _rlock_of(self._object))
        self._state = PENDING
        self._exception = None
        self._result = None
        # Of `wait` and `as_completed`; told before the callbacks are called.
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
        self._invoke_callbacks()
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

    def _invoke_callbacks(self):
        for function in self._done_callbacks:
            self._call(function)

    def _call(self, function):
        try:
            function(self)
        except Exception as exc:
            _log(f"exception calling callback for {self!r}", exc)

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
                for watcher in self._waiters:
                    watcher.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _log(f'Future {id(self)} in unexpected state: {self._state}', level='critical')
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._state = FINISHED
            for watcher in self._waiters:
                watcher.add_result(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._exception = exception
            self._state = FINISHED
            for watcher in self._waiters:
                watcher.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def __class_getitem__(cls, item):
        return cls


class _Watch:
    """What `wait` and `as_completed` hang into futures: its event is set after `missing` of them, or after a failure that
    is all it takes."""

    def __init__(self, missing, failure_is_enough):
        self.event = Event()
        self.done = []
        self.lock = threading.Lock()
        self.missing = missing
        self.failure_is_enough = failure_is_enough

    def add_cancelled(self, future):
        self._add(future, False)

    def add_exception(self, future):
        self._add(future, self.failure_is_enough)

    def add_result(self, future):
        self._add(future, False)

    def _add(self, future, enough):
        with self.lock:
            self.done.append(future)
            self.missing -= 1
            enough = enough or self.missing <= 0
        if enough:
            self.event.set()


class _All:
    """Holds the conditions of all these futures, taken in one order everywhere."""

    def __init__(self, futures):
        self.ordered = sorted(futures, key=id)

    def __enter__(self):
        for one in self.ordered:
            one._condition.acquire()

    def __exit__(self, *error):
        for one in self.ordered:
            one._condition.release()


def _is_done(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    with _All(fs):
        ready = {future for future in fs if _is_done(future)}
        open = fs - ready
        if return_when == FIRST_COMPLETED and ready:
            return DoneAndNotDoneFutures(ready, open)
        if return_when == FIRST_EXCEPTION and any(
                future._state == FINISHED and future._exception is not None for future in ready):
            return DoneAndNotDoneFutures(ready, open)
        if len(ready) == len(fs):
            return DoneAndNotDoneFutures(ready, open)
        if return_when == FIRST_COMPLETED:
            watch = _Watch(1, False)
        elif return_when == FIRST_EXCEPTION:
            watch = _Watch(len(open), True)
        elif return_when == ALL_COMPLETED:
            watch = _Watch(len(open), False)
        else:
            raise ValueError(f"Invalid return condition: {return_when!r}")
        for future in fs:
            future._waiters.append(watch)
    watch.event.wait(timeout)
    for future in fs:
        with future._condition:
            future._waiters.remove(watch)
    ready.update(watch.done)
    return DoneAndNotDoneFutures(ready, fs - ready)


def as_completed(fs, timeout=None):
    deadline = None if timeout is None else timeout + time.monotonic()
    fs = set(fs)
    total = len(fs)
    with _All(fs):
        ready = [future for future in fs if _is_done(future)]
        open = fs - set(ready)
        watch = _Watch(1, False)
        for future in fs:
            future._waiters.append(watch)
    try:
        while ready:
            yield ready.pop()
        while open:
            left = None
            if deadline is not None:
                left = deadline - time.monotonic()
                if left < 0:
                    raise TimeoutError(f'{len(open)} (of {total}) futures unfinished')
            watch.event.wait(left)
            with watch.lock:
                ready = watch.done
                watch.done = []
                watch.event.clear()
            for future in ready:
                open.remove(future)
            # First come, first served.
            ready.reverse()
            while ready:
                yield ready.pop()
    finally:
        for future in fs:
            with future._condition:
                future._waiters.remove(watch)


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
