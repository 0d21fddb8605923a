"""asyncio.base_events: the event loop.

One iteration: wait in select until the first timer, a wake-up from another thread or simulated I/O; then run every callback
that was ready at that moment, in order. What becomes ready meanwhile runs in the next iteration.

The ready queue holds handles, and tasks whose turn it is: a task alone begins or goes on, a pair of task and future goes on
because that future is done.
"""

import atexit
import contextvars
import heapq
import os
import sys
import threading
from _asyncio import _charge, _loop_kind, _resume, _timer_pop, _timer_push, _turn
from _contextvars import _context, _swap_context
from _thread import _current as _thread_number, _lock_of, _object_new
from _weakref import _collect, _dying, _lookup, _suspects, _watch
from collections import deque
from math import ceil
from time import monotonic as _monotonic

from . import constants, coroutines, events, exceptions, futures, tasks
from .log import logger

_set_asyncgen_hooks = _native._set_asyncgen_hooks
_asyncgen_hooks = _native._get_asyncgen_hooks
_never_awaited = _native._never_awaited

__all__ = ('BaseEventLoop', 'Server')

_PENDING = futures._PENDING
_FINISHED = futures._FINISHED
# A turn without `_step`: what that charges for its call as well.
_TURN_PICOS = tasks._STEP + 20_000

_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
MAXIMUM_SELECT_TIMEOUT = 24 * 3600

def _end_of_main(fut):
    if not fut.cancelled():
        exc = fut.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            return
        if exc is not None:
            futures._get_loop(fut)._main_failed = True
    futures._get_loop(fut).stop()


_end_of_main.__name__ = '_run_until_complete_cb'
_end_of_main.__qualname__ = '_run_until_complete_cb'


class BaseEventLoop(events.AbstractEventLoop):
    # Virtual picoseconds of what CPython does in C or in more Python than here. Each was measured by a loop that does this one
    # thing, with CPython 3.11.7 and here (thread_time_ns, middle of the fastest quarter of 80 rounds, 2026-11-26).
    _iteration_picos = 380_000
    _call_soon_picos = 130_000
    _call_at_picos = 850_000
    _handle_picos = 105_000
    _select_picos = 180_000
    # A select that waits: into the kernel, to sleep and back.
    _wait_picos = 45_000_000
    # One level of the heap of timers, whose comparisons are Python there.
    _timer_level_picos = 450_000

    def __init__(self):
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._ready = deque()
        self._scheduled = []
        # Simulated I/O under way: (time, number, callback, args), a heap.
        self._io = []
        self._io_count = 0
        # What is to be called when sockets of the program's own are ready, by socket.
        self._watches = {}
        self._default_executor = None
        self._internal_fds = 0
        self._thread_id = None
        self._clock_resolution = 1e-09
        # A subclass may have a time of its own.
        self._has_plain_timers = type(self).call_at is BaseEventLoop.call_at
        self._clock = _monotonic if type(self).time is BaseEventLoop.time else self.time
        self._exception_handler = None
        self._debug = coroutines._is_debug_mode()
        self.slow_callback_duration = 0.1
        self._current_handle = None
        self._current_task = None
        # The setting of the run; a program's own line comes later and wins.
        kind = _loop_kind()
        self._task_factory = tasks.eager_task_factory if kind == 1 else None
        if kind == 2:
            self._have_costs_of_uvloop()
        self._asyncgens = []
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False
        self._object = _object_new('Loop', _loop_name())
        self._wake = _lock_of('Loop', self._object)
        self._wake.acquire()
        # The traceback of a failure keeps what the failed coroutine's variables refer to.
        self._main_failed = False
        self._main = None
        logger.debug('Using selector: EpollSelector')

    def __repr__(self):
        return (f'<{self.__class__.__name__} running={self.is_running()} closed={self.is_closed()} '
                f'debug={self.get_debug()}>')

    # -- making things

    def _have_costs_of_uvloop(self):
        """A share of the plain loop's, after uvloop's published comparison (two to four times as fast)."""
        for name in ('_iteration_picos', '_call_soon_picos', '_call_at_picos', '_handle_picos', '_select_picos'):
            setattr(self, name, getattr(BaseEventLoop, name) // 3)

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        self._check_closed()
        factory = self._task_factory
        if factory is None:
            if kwargs:
                task = tasks.Task(coro, loop=self, name=name, context=context, **kwargs)
            else:
                task = tasks.Task(coro, loop=self, name=name, context=context)
            if self._debug:
                task._created_at = _user_place()
        elif context is None:
            task = factory(self, coro, **kwargs)
            if name is not None:
                tasks._set_task_name(task, name)
        else:
            task = factory(self, coro, context=context, **kwargs)
            if name is not None:
                tasks._set_task_name(task, name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # -- running

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        self._check_closed()
        self._check_running()
        old_hooks = _set_asyncgen_hooks(self._asyncgen_firstiter_hook, self._asyncgen_finalizer_hook)
        self._thread_id = _thread_number()
        events._set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            events._set_running_loop(None)
            _set_asyncgen_hooks(*old_hooks)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            future._log_destroy_pending = False
        future.add_done_callback(_end_of_main)
        self._main = future
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_end_of_main)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        if self._debug:
            logger.debug('Close %r', self)
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._io.clear()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._thread_id is not None

    def time(self):
        return _monotonic()

    # -- scheduling

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_soon')
        _charge(self._call_soon_picos)
        handle = events.Handle(callback, args, self, context)
        if self._debug:
            handle._created_at = _user_place()
        self._ready.append(handle)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        when = self._clock() + delay
        if self._closed or self._debug or not self._has_plain_timers:
            return self.call_at(when, callback, *args, context=context)
        # As `call_at`, without its call: every sleep comes here.
        _charge(self._call_at_picos)
        timer = events.TimerHandle(when, callback, args, self, context)
        _timer_push(self._scheduled, when, timer)
        timer._scheduled = True
        return timer

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_at')
        _charge(self._call_at_picos)
        timer = events.TimerHandle(when, callback, args, self, context)
        if self._debug:
            timer._created_at = _user_place()
        _timer_push(self._scheduled, when, timer)
        timer._scheduled = True
        return timer

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_soon_threadsafe')
        _charge(self._call_soon_picos)
        handle = events.Handle(callback, args, self, context)
        if self._debug:
            handle._created_at = _user_place()
        self._ready.append(handle)
        self._write_to_self()
        return handle

    def _call_io(self, when, callback, *args):
        """Simulated I/O: from this time on the loop's select finds it ready. From another thread too."""
        if self._thread_id is not None and self._thread_id != _thread_number():
            # The heap is the loop's own.
            if not self._closed:
                self.call_soon_threadsafe(self._call_io, when, callback, *args)
            return
        self._io_count += 1
        heapq.heappush(self._io, (when, self._io_count, callback, args))

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')

    def _check_thread(self):
        if self._thread_id is not None and _thread_number() != self._thread_id:
            raise RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    def _write_to_self(self):
        try:
            if self._wake.locked():
                self._wake.release()
        except RuntimeError:
            # Another thread was faster: the loop is awake all the same.
            pass

    # -- one iteration

    def _run_once(self):
        scheduled = self._scheduled
        ready = self._ready
        if scheduled:
            count = len(scheduled)
            if (count > _MIN_SCHEDULED_TIMER_HANDLES
                    and self._timer_cancelled_count / count > _MIN_CANCELLED_TIMER_HANDLES_FRACTION):
                self._scheduled = kept = []
                for when, handle in scheduled:
                    if handle._cancelled:
                        handle._scheduled = False
                    else:
                        _timer_push(kept, when, handle)
                scheduled = kept
                self._timer_cancelled_count = 0
            else:
                while scheduled and scheduled[0][1]._cancelled:
                    self._timer_cancelled_count -= 1
                    _timer_pop(scheduled)._scheduled = False
        timeout = None
        if ready or self._stopping:
            timeout = 0
        elif scheduled:
            timeout = min(max(0, scheduled[0][0] - self._clock()), MAXIMUM_SELECT_TIMEOUT)
        self._select(timeout)
        if scheduled:
            end_time = self._clock() + self._clock_resolution
            while scheduled and scheduled[0][0] < end_time:
                _charge(len(scheduled).bit_length() * self._timer_level_picos)
                handle = _timer_pop(scheduled)
                handle._scheduled = False
                ready.append(handle)
            handle = None
        todo = len(ready)
        _turn(self._object, todo, len(scheduled))
        _charge(self._iteration_picos)
        if self._debug:
            self._run_ready_debug(todo)
            return
        batch = list(ready)
        ready.clear()
        done = 0
        Task = tasks.Task
        outside = _context()
        try:
            for item in batch:
                done += 1
                kind = type(item)
                task = None
                if kind is Task:
                    task = item
                elif kind is tuple:
                    task, future = item
                    if type(task) is not Task or future._exception is not None or future._state is not _FINISHED:
                        task._wakeup(future)
                        continue
                elif not isinstance(item, events.Handle):
                    item._step()
                    continue
                elif item._cancelled:
                    continue
                else:
                    _charge(self._handle_picos)
                    item._run()
                    continue
                if task._must_cancel or task._state is not _PENDING:
                    task._step()
                    continue
                # What `_step` does, with as little as can be: this is every switch from task to task.
                self._current_task = task
                task._fut_waiter = None
                coro = task._coro
                try:
                    result = _resume(task._number, coro, task._context, _TURN_PICOS)
                except BaseException as problem:
                    try:
                        if not task._end_by(problem):
                            raise
                    finally:
                        self._current_task = None
                        _swap_context(outside)
                    continue
                if result is None:
                    ready.append(task)
                elif result is coro:
                    # Not one of ours.
                    task._step()
                else:
                    task._wait_for(result)
                self._current_task = None
        finally:
            # An exception ends the loop: what has not run stays ready.
            if done < todo:
                ready.extendleft(reversed(batch[done:]))
        batch = item = task = future = coro = result = None
        if _suspects() and not self._failed():
            # What a turn dropped, it dropped before it ended and made others ready.
            before = len(ready)
            _bury()
            ready.rotate(len(ready) - before)

    def _run_ready_debug(self, todo):
        for _ in range(todo):
            item = self._ready.popleft()
            if isinstance(item, events.Handle) and item._cancelled:
                continue
            start = _monotonic()
            try:
                self._current_handle = item
                if type(item) is tuple:
                    item[0]._wakeup(item[1])
                elif isinstance(item, events.Handle):
                    item._run()
                else:
                    item._step()
                seconds = _monotonic() - start
                if seconds >= self.slow_callback_duration:
                    logger.warning('Executing %s took %.3f seconds', _format_handle(item), seconds)
            finally:
                self._current_handle = None
        if _suspects() and not self._failed():
            _bury()

    def _failed(self):
        return self._main_failed or getattr(self._main, '_exception', None) is not None

    def _select(self, timeout):
        """Waits until `timeout` seconds are over, another thread wakes the loop or simulated I/O is ready."""
        io = self._io
        if timeout != 0 and not self._wake.acquire(False):
            # epoll counts in milliseconds, upwards.
            if timeout is not None and timeout > 0:
                timeout = ceil(timeout * 1e3) * 1e-3
            if io:
                wait = max(0, io[0][0] - self._clock())
                if timeout is None or wait < timeout:
                    timeout = wait
            if timeout is None:
                self._wake.acquire()
                _charge(self._wait_picos)
            elif timeout > 0:
                self._wake.acquire(True, timeout)
                _charge(self._wait_picos)
        else:
            self._wake.acquire(False)
        _charge(self._select_picos)
        if io:
            now = self._clock()
            while io and io[0][0] <= now:
                when, number, callback, args = heapq.heappop(io)
                self._ready.append(events.Handle(callback, args, self))

    # -- executors

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
                self._default_executor = executor
        future = futures.wrap_future(executor.submit(func, *args), loop=self)
        name = getattr(func, '__qualname__', None)
        if name is None:
            inner = getattr(func, 'args', None)
            name = getattr(getattr(func, 'func', func), '__qualname__', 'call')
            if name == 'Context.run' and inner:
                name = getattr(inner[0], '__qualname__', name)
        future._lane_name = f'{name}() in a thread'
        return future

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        if self._default_executor is not None:
            over = self.create_future()
            # Waiting for the workers blocks: a thread does it.
            helper = threading.Thread(target=self._do_shutdown, args=(over,))
            helper.start()
            try:
                await over
            finally:
                helper.join()

    def _do_shutdown(self, over):
        report = futures._set_result_unless_cancelled, over, None
        try:
            self._default_executor.shutdown(wait=True)
        except Exception as problem:
            if over.cancelled():
                return
            report = over.set_exception, problem
        if not self._closed:
            self.call_soon_threadsafe(*report)

    # -- async generators

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call",
                          ResourceWarning, source=self)
        self._asyncgens.append(_watch(agen))

    def _asyncgen_finalizer_hook(self, agen):
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        closing = [_lookup(number) for number in self._asyncgens]
        closing = [agen for agen in closing if agen is not None and not _native._generator_finished(agen)]
        self._asyncgens = []
        if not closing:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                    'exception': result, 'asyncgen': agen})

    # -- exceptions that nobody took

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        message = context.get('message') or 'Unhandled exception in event loop'
        exception = context.get('exception')
        exc_info = (type(exception), exception, exception.__traceback__) if exception is not None else False
        lines = [message]
        for key in sorted(context):
            if key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        logger.error('\n'.join(lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler', exc_info=True)
            return
        try:
            inside = None
            thing = context.get('task') or context.get('future') or context.get('handle')
            if thing is not None and hasattr(thing, 'get_context'):
                inside = thing.get_context()
            if inside is not None and not inside._entered:
                inside.run(self._exception_handler, self, context)
            else:
                self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            try:
                self.default_exception_handler({'message': 'Unhandled error in exception handler',
                                                'exception': exc, 'context': context})
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler while handling an unexpected error '
                             'in custom exception handler', exc_info=True)

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    # -- what needs a machine that is not simulated

    def add_signal_handler(self, sig, callback, *args):
        import signal
        self._check_closed()
        signal.signal(sig, lambda number, frame: self.call_soon_threadsafe(callback, *args))

    def remove_signal_handler(self, sig):
        import signal
        signal.signal(sig, signal.SIG_DFL)
        return True

    # -- the simulated network

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        from . import streams
        return await streams._getaddrinfo(self, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        from socket import getnameinfo
        return await self.run_in_executor(None, getnameinfo, sockaddr, flags)

    async def create_connection(self, protocol_factory, host=None, port=None, **kwargs):
        from . import streams
        return await streams._create_connection(self, protocol_factory, host, port, **kwargs)

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, **kwargs):
        from . import streams
        return await streams._create_connection(self, protocol_factory, None, None, sock=sock, ssl=ssl, **kwargs)

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, sock=None, **options):
        return await _socket_io().create_datagram_endpoint(self, protocol_factory, local_addr, remote_addr, sock, options)

    # -- the program's own sockets

    def add_reader(self, fd, callback, *args):
        _socket_io().watch(self, 'read', fd, callback, args)

    def add_writer(self, fd, callback, *args):
        _socket_io().watch(self, 'write', fd, callback, args)

    def remove_reader(self, fd):
        return _socket_io().unwatch(self, 'read', fd)

    def remove_writer(self, fd):
        return _socket_io().unwatch(self, 'write', fd)

    async def sock_recv(self, sock, n):
        return await _socket_io().receive(self, sock, sock.recv, n)

    async def sock_recv_into(self, sock, buf):
        return await _socket_io().receive(self, sock, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await _socket_io().receive(self, sock, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await _socket_io().receive_from_into(self, sock, buf, nbytes)

    async def sock_sendall(self, sock, data):
        await _socket_io().send(self, sock, data)

    async def sock_sendto(self, sock, data, address):
        return await _socket_io().send_to(self, sock, data, address)

    async def sock_connect(self, sock, address):
        await _socket_io().connect(self, sock, address)

    async def sock_accept(self, sock):
        return await _socket_io().accept(self, sock)

    async def create_server(self, protocol_factory, host=None, port=None, **kwargs):
        from . import streams
        return await streams._create_server(self, protocol_factory, host, port, **kwargs)


def _socket_io():
    # Few programs need it, and it needs `socket`.
    from . import _socket_io
    return _socket_io


def _user_place():
    """Debug mode: the line of the program that made something. CPython gives the last line of its library, where there is one."""
    try:
        frame = sys._getframe(0)
    except ValueError:
        return None
    return f'{frame.f_code.co_filename}:{frame.f_lineno}'


def _bury():
    """Looks for what nobody refers to any more; CPython finds that when the last reference goes."""
    _collect()
    for object in _dying():
        if futures.isfuture(object):
            _report_failure(object)
        elif type(object).__name__ == 'async_generator':
            finalizer = _asyncgen_hooks()[1]
            if finalizer is not None:
                finalizer(object)
        else:
            _never_awaited(object)


def _report_failure(future):
    if future._log_traceback:
        future._log_traceback = False
        name = future.__class__.__name__
        future._loop.call_exception_handler({'message': f'{name} exception was never retrieved',
                                             'exception': future._exception, 'future': future})


def _report_failures():
    """The program is over, and so is everything."""
    kept = {id(task._coro) for task in tasks._pending_tasks if isinstance(task, tasks.Task) and tasks._is_kept(task)}
    for object in _native._unfinished():
        if futures.isfuture(object):
            _report_failure(object)
        elif type(object).__name__ == 'coroutine' and id(object) not in kept:
            _never_awaited(object, 'sys:1')


atexit.register(_report_failures)


def _loop_name():
    thread = threading.current_thread()
    if thread is threading.main_thread():
        return 'event loop'
    return f'event loop of {thread.name}'


def _format_handle(item):
    if isinstance(item, events.Handle):
        return repr(item)
    return repr(item[0] if type(item) is tuple else item)


class Server(events.AbstractServer):
    """A listening end of the simulated network: its sockets while it is open, and as many transports as clients."""

    _serving = False
    # What serve_forever() awaits.
    _for_ever = None

    def __init__(self, loop, sockets, protocol_factory, backlog=100):
        self._loop = loop
        self._protocol_factory = protocol_factory
        # None when closed.
        self._sockets = sockets
        self._active_count = 0
        # Transports, in the order in which they came.
        self._clients = {}
        # Of wait_closed(); None when closed and the last client is gone.
        self._waiters = []

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    @property
    def sockets(self):
        return tuple(self._sockets or ())

    def is_serving(self):
        return self._serving

    def get_loop(self):
        return self._loop

    # -- clients come and go

    def _attach(self, transport=None):
        self._active_count += 1
        self._clients[transport] = None

    def _detach(self, transport=None):
        self._active_count -= 1
        self._clients.pop(transport, None)
        self._end_if_over()

    # Since Python 3.13.

    def close_clients(self):
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients):
            transport.abort()

    def _end_if_over(self):
        if self._sockets is not None or self._active_count:
            return
        waiters, self._waiters = self._waiters or (), None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(waiter)

    # -- serving

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            for sock in self._sockets:
                sock._listen(self._loop, self)

    async def start_serving(self):
        self._start_serving()
        await tasks.sleep(0)

    async def serve_forever(self):
        if self._for_ever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._for_ever = forever = self._loop.create_future()
        forever._io = 'connections'
        try:
            await forever
        except exceptions.CancelledError:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._for_ever = None

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            sock._stop()
        self._serving = False
        forever = self._for_ever
        if forever is not None and not forever.done():
            forever.cancel()
            self._for_ever = None
        self._end_if_over()

    async def wait_closed(self):
        # As in 3.11: one that is closed does not wait for its clients.
        if self._sockets is not None and self._waiters is not None:
            ended = self._loop.create_future()
            self._waiters.append(ended)
            await ended
