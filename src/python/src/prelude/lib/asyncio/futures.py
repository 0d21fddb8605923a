"""asyncio.futures: a result that is not there yet."""

import concurrent.futures
import contextvars
from _asyncio import _charge, _ready
from _thread import _object_new
from _weakref import _mourn

from . import events, exceptions

__all__ = ('Future', 'wrap_future', 'isfuture')

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'

# Virtual picoseconds, see `base_events`.
_CREATE = 210_000
_AWAIT = 60_000

# As many awaited futures have a lane of their own; the others share one.
_MAX_LANES = 200
_lanes = []


def _future_lane(name):
    if len(_lanes) < _MAX_LANES:
        _lanes.append(_object_new('Future', name))
        return _lanes[-1]
    if len(_lanes) == _MAX_LANES:
        _lanes.append(_object_new('Future', 'futures'))
    return _lanes[_MAX_LANES]


def isfuture(obj):
    return hasattr(obj.__class__, '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


def _get_loop(fut):
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def _shorten(value):
    text = repr(value)
    if len(text) <= 250:
        return text
    import reprlib
    return reprlib.repr(value)


def _format_callbacks(callbacks):
    def show(entry):
        if type(entry) is tuple:
            return events._format_callback_source(entry[0], ())
        return 'Task.task_wakeup()'

    n = len(callbacks)
    if n <= 2:
        text = ', '.join([show(entry) for entry in callbacks])
    else:
        text = f'{show(callbacks[0])}, <{n - 2} more>, {show(callbacks[-1])}'
    return f'cb=[{text}]'


class Future:
    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _log_traceback = False
    # What a task that awaits it waits for: a number of an object, a time of the monotonic clock, words for I/O.
    _on = None
    _until = None
    _io = None
    _lane_name = None
    _created_at = None

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        _charge(_CREATE)

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state is _FINISHED:
            if self._exception is not None:
                info.append(f'exception={self._exception!r}')
            else:
                info.append(f'result={_shorten(self._result)}')
        if self._callbacks:
            info.append(_format_callbacks(self._callbacks))
        if self._created_at is not None:
            info.append(f'created at {self._created_at}')
        return info

    def __repr__(self):
        return f"<{self.__class__.__name__} {' '.join(self._repr_info())}>"

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def get_loop(self):
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            exc = self._cancelled_exc
            self._cancelled_exc = None
            return exc
        if self._cancel_message is None:
            exc = exceptions.CancelledError()
        else:
            exc = exceptions.CancelledError(self._cancel_message)
        return exc

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state is not _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if not callbacks:
            return
        self._callbacks = []
        loop = self._loop
        is_plain = type(loop) is events._loop_class and not loop._debug and not loop._closed
        for entry in callbacks:
            if type(entry) is tuple:
                if is_plain:
                    # As `call_soon`, without its call.
                    _charge(loop._call_soon_picos)
                    loop._ready.append(events.Handle(entry[0], (self,), loop, entry[1]))
                else:
                    loop.call_soon(entry[0], self, context=entry[1])
            else:
                # A task that awaits it.
                loop._ready.append((entry, self))
                _ready(entry._number)

    def cancelled(self):
        return self._state is _CANCELLED

    def done(self):
        return self._state is not _PENDING

    def result(self):
        if self._state is _FINISHED:
            self._log_traceback = False
            if self._exception is not None:
                raise self._exception
            return self._result
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise exceptions.InvalidStateError('Result is not set.')

    def exception(self):
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        if self._state is not _FINISHED:
            raise exceptions.InvalidStateError('Exception is not set.')
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            if context is None:
                context = contextvars.copy_context()
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [entry for entry in self._callbacks if type(entry) is not tuple or entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError('invalid state' if type(self) is Future else f'{self._state}: {self!r}')
        self._result = result
        self._state = _FINISHED
        if self._callbacks:
            self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError('invalid state' if type(self) is Future else f'{self._state}: {self!r}')
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError('invalid exception object')
        if type(exception) is StopIteration:
            raise TypeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        self._exception = exception
        self._state = _FINISHED
        self._schedule_callbacks()
        self._log_traceback = True
        _mourn(self)

    def __await__(self):
        if self._state is _PENDING:
            _charge(_AWAIT)
            self._asyncio_future_blocking = True
            yield self
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


Future.__module__ = '_asyncio'
_PyFuture = _CFuture = Future


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _convert_exception(exc):
    cls = type(exc)
    if cls is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*exc.args)
    if cls is concurrent.futures.TimeoutError:
        return exceptions.TimeoutError(*exc.args)
    return exc


def _outcome(source):
    """Of a future that is done and not cancelled: its exception, in the other kind's terms, or None; and its result."""
    problem = source.exception()
    return (None, source.result()) if problem is None else (_convert_exception(problem), None)


def _copy_state_to_concurrent(concurrent_future, source):
    if source.cancelled():
        concurrent_future.cancel()
    if concurrent_future.set_running_or_notify_cancel():
        problem, result = _outcome(source)
        if problem is None:
            concurrent_future.set_result(result)
        else:
            concurrent_future.set_exception(problem)


def _copy_state(source, dest):
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    problem, result = _outcome(source)
    if problem is None:
        dest.set_result(result)
    else:
        dest.set_exception(problem)


def _chain_future(source, destination):
    """The end of one future ends the other, and cancelling the second cancels the first; either may be a thread's."""
    source_loop, dest_loop = (_get_loop(future) if isfuture(future) else None for future in (source, destination))

    def set_state(destination, source):
        if dest_loop is None:
            _copy_state_to_concurrent(destination, source)
        else:
            _copy_state(source, destination)

    def check_cancel(destination):
        if not destination.cancelled():
            return
        if source_loop is not None and source_loop is not dest_loop:
            source_loop.call_soon_threadsafe(source.cancel)
        else:
            source.cancel()

    def pass_on(source):
        if dest_loop is None or dest_loop is source_loop:
            if not (destination.cancelled() and dest_loop is not None and dest_loop.is_closed()):
                set_state(destination, source)
        elif not dest_loop.is_closed():
            # A loop that is closed has nobody waiting.
            dest_loop.call_soon_threadsafe(set_state, destination, source)

    set_state.__qualname__ = '_chain_future.<locals>._set_state'
    check_cancel.__qualname__ = '_chain_future.<locals>._call_check_cancel'
    pass_on.__qualname__ = '_chain_future.<locals>._call_set_state'
    destination.add_done_callback(check_cancel)
    source.add_done_callback(pass_on)


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    if not isinstance(future, concurrent.futures.Future):
        raise AssertionError(f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = events.get_event_loop()
    new_future = loop.create_future()
    _chain_future(future, new_future)
    return new_future
