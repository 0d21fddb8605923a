"""asyncio.events: handles, the interface of loops, and which loop a thread runs."""

import contextvars
import os
import threading
from _contextvars import _swap_context
from _thread import _current as _thread_number

from . import log

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
           'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop',
           'get_child_watcher', 'set_child_watcher', '_set_running_loop', 'get_running_loop', '_get_running_loop')


def _format_arguments(args, kwargs=None):
    items = [repr(arg) for arg in args]
    if kwargs:
        items.extend(f'{name}={value!r}' for name, value in kwargs.items())
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs=None, suffix=''):
    if type(func).__name__ == 'partial' and hasattr(func, 'func'):
        suffix = _format_arguments(args, kwargs) + suffix
        return _format_callback(func.func, func.args, func.keywords, suffix)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + _format_arguments(args, kwargs) + suffix


def _function_source(func):
    func = getattr(func, '__func__', func)
    if type(func).__name__ == 'partial' and hasattr(func, 'func'):
        return _function_source(func.func)
    func = getattr(func, '__wrapped__', func)
    code = getattr(func, '__code__', None)
    if code is None or code.co_filename.startswith('<'):
        return None
    return code.co_filename, code.co_firstlineno


def _format_callback_source(func, args):
    text = _format_callback(func, args)
    source = _function_source(func)
    if source:
        text += f' at {source[0]}:{source[1]}'
    return text


class Handle:
    """A call that the loop will make."""

    _created_at = None
    _source_traceback = None

    def __init__(self, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False

    def __repr__(self):
        return f"<{' '.join(self._repr_info())}>"

    def _repr_info(self):
        words = [type(self).__name__, *(('cancelled',) if self._cancelled else ())]
        # A cancelled one has let go of them.
        if self._callback is not None:
            words.append(_format_callback_source(self._callback, self._args))
        if self._created_at is not None:
            words.append(f'created at {self._created_at}')
        return words

    def cancelled(self):
        return self._cancelled

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = self._args = None

    def get_context(self):
        return self._context

    def _run(self):
        try:
            context = self._context
            if type(context) is not contextvars.Context or context._entered:
                context.run(self._callback, *self._args)
                return
            # What `Context.run` does, without its call.
            before = _swap_context(context)
            context._entered = True
            try:
                self._callback(*self._args)
            finally:
                context._entered = False
                _swap_context(before)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            call = _format_callback_source(self._callback, self._args)
            self._loop.call_exception_handler(
                {'message': f'Exception in callback {call}', 'exception': exc, 'handle': self})
        self = None


class TimerHandle(Handle):
    """A call at a time of the loop's clock."""

    def __init__(self, when, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._when = when
        self._scheduled = False

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            # The loop counts those that wait in its heap for nothing.
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def _repr_info(self):
        words = super()._repr_info()
        place = 1 + self._cancelled
        return [*words[:place], f'when={self._when}', *words[place:]]

    # By time; two of the same time are equal only if they would do the same.

    def _parts(self):
        return self._when, self._callback, self._args, self._cancelled

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, TimerHandle) else NotImplemented

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return (self < other or self == other) if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return (self > other or self == other) if isinstance(other, TimerHandle) else NotImplemented


class AbstractServer:
    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        self.close()
        await self.wait_closed()


def _missing(name, is_async):
    if is_async:
        async def method(self, *args, **kwargs):
            raise NotImplementedError
    else:
        def method(self, *args, **kwargs):
            raise NotImplementedError
    method.__name__ = name
    method.__qualname__ = f'AbstractEventLoop.{name}'
    return method


class AbstractEventLoop:
    """What every loop has."""


for _name in ('run_forever', 'run_until_complete', 'stop', 'is_running', 'is_closed', 'close',
              '_timer_handle_cancelled', 'call_soon', 'call_later', 'call_at', 'time', 'create_future', 'create_task',
              'call_soon_threadsafe', 'run_in_executor', 'set_default_executor', 'add_reader', 'remove_reader',
              'add_writer', 'remove_writer', 'add_signal_handler', 'remove_signal_handler', 'set_task_factory',
              'get_task_factory', 'get_exception_handler', 'set_exception_handler', 'default_exception_handler',
              'call_exception_handler', 'get_debug', 'set_debug'):
    setattr(AbstractEventLoop, _name, _missing(_name, False))
for _name in ('shutdown_asyncgens', 'shutdown_default_executor', 'getaddrinfo', 'getnameinfo', 'create_connection',
              'create_server', 'sendfile', 'start_tls', 'create_unix_connection', 'create_unix_server',
              'connect_accepted_socket', 'create_datagram_endpoint', 'connect_read_pipe', 'connect_write_pipe',
              'subprocess_shell', 'subprocess_exec', 'sock_recv', 'sock_recv_into', 'sock_sendall', 'sock_connect',
              'sock_accept', 'sock_sendfile'):
    setattr(AbstractEventLoop, _name, _missing(_name, True))
del _name


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop for the main thread, made when first asked for; none for others until they set one."""

    _loop_factory = None

    def __init__(self):
        # By thread, None too where it was set.
        self._loops = {}

    def get_event_loop(self):
        number = _thread_number()
        loop = self._loops.get(number)
        if number not in self._loops and threading.current_thread() is threading.main_thread():
            self.set_event_loop(self.new_event_loop())
            loop = self._loops.get(number)
        if loop is None:
            raise RuntimeError(f'There is no current event loop in thread {threading.current_thread().name!r}.')
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "
                            f"not '{type(loop).__name__}'")
        self._loops[_thread_number()] = loop

    def new_event_loop(self):
        return self._loop_factory()


_event_loop_policy = None
# The library's own loop, once there is one: its methods are what they seem to be.
_loop_class = None
_running_loops = {}


def _get_running_loop():
    return _running_loops.get(_thread_number())


def get_running_loop():
    if (loop := _running_loops.get(_thread_number())) is not None:
        return loop
    raise RuntimeError('no running event loop')


def _set_running_loop(loop):
    if loop is None:
        _running_loops.pop(_thread_number(), None)
    else:
        _running_loops[_thread_number()] = loop


def get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        from .unix_events import DefaultEventLoopPolicy
        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop():
    loop = _running_loops.get(_thread_number())
    if loop is not None:
        return loop
    return get_event_loop_policy().get_event_loop()


def _get_event_loop(stacklevel=3):
    return get_event_loop()


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)
