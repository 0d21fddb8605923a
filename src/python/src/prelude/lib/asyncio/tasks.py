"""asyncio.tasks: coroutines that a loop drives, and waiting for them."""

import atexit
import contextvars
import functools
import types
from _asyncio import (_await_turn, _charge, _coroutine_line, _done, _enter, _leave_io, _leave_object, _leave_task as _leave_for_task, _leave_turn, _leave_until, _new, _rename,
                      _step as _note_step)
from _contextvars import _swap_context
from _thread import _modules, _traceback_text, _write_error
from _weakref import _mourn
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION
from time import monotonic_ns as _monotonic_ns

from . import coroutines, events, exceptions, futures
from .futures import _CANCELLED, _FINISHED, _PENDING, Future, _future_lane

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for',
           'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe', 'current_task',
           'all_tasks', 'eager_task_factory', 'create_eager_task_factory', '_register_task', '_unregister_task',
           '_enter_task', '_leave_task')

# Virtual picoseconds, see `base_events`.
_TASK_NEW = 650_000
_STEP = 570_000
# A child of gather(), whose bookkeeping is Python there.
_GATHERED = 1_150_000
_TASK_END = 250_000
_SLEEP = 120_000

_task_name_counter = 0
# Every task that is not done, in the order of creation.
_pending_tasks = {}


def _is_held(task):
    """Whether something is left at the end of the program that leads to the task: its loop's timers, or a global name."""
    if task._loop._closed:
        main = _modules().get('__main__')
        return main is not None and any(value is task for value in list(vars(main).values()))
    waiter = task._fut_waiter
    while isinstance(waiter, Task):
        waiter = waiter._fut_waiter
    return waiter is None or getattr(waiter, '_until', None) is not None


def _is_kept(task):
    """Whether CPython never takes the task apart: its loop is open and a thread's current one."""
    loop = task._loop
    loops = getattr(events._event_loop_policy, '_loops', {})
    return not loop._closed and any(other is loop for other in loops.values())


def _close_coroutine(coro):
    try:
        coro.close()
    except BaseException as exc:
        _write_error(f"Exception ignored in: {coro!r}\n{_traceback_text(exc)}")


def _report_pending():
    """The program is over: tasks that never ended are told about, as when CPython takes them apart. The garbage collector comes
    first, and ends a coroutine before it looks at its task; then what loops and names lead to goes, tasks before coroutines."""
    pending = [task for task in list(_pending_tasks)
               if isinstance(task, Task) and not task.done() and not _is_kept(task)]
    held = dict.fromkeys([task for task in pending if _is_held(task)])
    for task in pending:
        if task not in held:
            _close_coroutine(task._coro)
            _report(task)
    for task in reversed(list(held)):
        _report(task)
    for task in reversed(list(held)):
        _close_coroutine(task._coro)


def _report(task):
    if task._log_destroy_pending:
        task._loop.call_exception_handler({'task': task, 'message': 'Task was destroyed but it is pending!'})


atexit.register(_report_pending)


def current_task(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return _current_of(loop)


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in list(_pending_tasks) if futures._get_loop(task) is loop and not task.done()}


# For other people's tasks: what drives a coroutine by its own means says here what it does.

def _register_task(task):
    _pending_tasks[task] = None


def _unregister_task(task):
    _pending_tasks.pop(task, None)


def _current_of(loop):
    known = vars(loop)
    return known['_current_task'] if '_current_task' in known else _foreign_current.get(loop)


def _set_current(loop, task):
    if '_current_task' in vars(loop):
        loop._current_task = task
    else:
        _foreign_current[loop] = task


# Loops that are not of this library.
_foreign_current = {}


def _enter_task(loop, task):
    current = _current_of(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    _set_current(loop, task)


def _leave_task(loop, task):
    current = _current_of(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    _set_current(loop, None)


_py_register_task = _c_register_task = _register_task
_py_unregister_task = _c_unregister_task = _unregister_task
_py_enter_task = _c_enter_task = _enter_task
_py_leave_task = _c_leave_task = _leave_task


def _set_task_name(task, name):
    if name is not None:
        set_name = getattr(task, 'set_name', None)
        if set_name is not None:
            set_name(name)


class _StackFrame:
    """A frame of a failed coroutine, as get_stack() gives it."""

    def __init__(self, code, line):
        self.f_code = code
        self.f_lineno = line
        self.f_back = None
        self.f_locals = {}


class Task(Future):
    """A coroutine on a loop: a future that is done when the coroutine is."""

    _log_destroy_pending = True
    _must_cancel = False
    _num_cancels_requested = 0
    _fut_waiter = None

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _task_name_counter
        self._loop = loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if not coroutines.iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _task_name_counter += 1
            self._name = f'Task-{_task_name_counter}'
        else:
            self._name = name if type(name) is str else str(name)
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        _charge(_TASK_NEW)
        self._number = _new(coro, self._name)
        _pending_tasks[self] = None
        if eager_start and loop.is_running():
            self._start_eagerly()
        else:
            if loop._closed:
                loop._check_closed()
            loop._ready.append(self)

    def _start_eagerly(self):
        before = self._loop._current_task
        self._loop._current_task = self
        try:
            self._step()
        finally:
            self._loop._current_task = before
            if before is not None:
                _note_step(before._number)

    def _repr_info(self):
        info = super()._repr_info()
        if self.cancelling() and not self.done():
            info[0] = 'cancelling'
        info.insert(1, f'name={self._name!r}')
        info.insert(2, f'coro=<{coroutines._format_coroutine(self._coro)}>')
        if not self.done() and self._fut_waiter is not None:
            info.insert(3, f'wait_for={self._fut_waiter!r}')
        return info

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)
        _rename(self._number, self._name)

    # Only the coroutine's end is a task's result.

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def get_stack(self, *, limit=None):
        coro = self._coro
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
        frames = []
        if frame is not None:
            # Only the outermost: what it awaits has frames of its own.
            frames = [frame]
            return frames if limit is None else frames[:limit]
        if self._exception is not None:
            from _frames import _parts
            for file, line, last_line, column, last_column, name, code in _parts(self._exception):
                frames.append(_StackFrame(code, line))
            if limit is not None:
                frames = frames[:limit]
        return frames

    def print_stack(self, *, limit=None, file=None):
        frames = self.get_stack(limit=limit)
        problem = self._exception
        if not frames:
            print(f'No stack for {self!r}', file=file)
        elif problem is not None:
            print(f'Traceback for {self!r} (most recent call last):', file=file)
        else:
            print(f'Stack for {self!r} (most recent call last):', file=file)
        import linecache
        import sys
        for frame in frames:
            code = frame.f_code
            print(f'  File "{code.co_filename}", line {frame.f_lineno}, in {code.co_name}', file=file or sys.stderr)
            source = linecache.getline(code.co_filename, frame.f_lineno).strip()
            if source:
                print(f'    {source}', file=file or sys.stderr)
        if problem is not None:
            print(_line_of(problem), file=file)

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state is not _PENDING:
            return False
        self._num_cancels_requested += 1
        waiter = self._fut_waiter
        if waiter is not None and waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    def _end(self, state):
        self._state = state
        _charge(_TASK_END)
        _pending_tasks.pop(self, None)
        if self._callbacks:
            self._schedule_callbacks()

    def _step(self, exc=None):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError(f'_step(): already done: {self!r}, {exc!r}')
        if self._must_cancel:
            if not isinstance(exc, exceptions.CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        number = self._number
        loop._current_task = self
        before = _enter(number, self._context, _STEP)
        try:
            if exc is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(exc)
        except BaseException as problem:
            if not self._end_by(problem):
                raise
        else:
            if result is None:
                _leave_turn(number)
                loop._ready.append(self)
            else:
                self._wait_for(result)
        finally:
            loop._current_task = None
            _swap_context(before)
            self = None

    def _end_by(self, problem):
        """The coroutine's frame was left for good; False: what left it ends the loop too."""
        number = self._number
        if isinstance(problem, StopIteration):
            if self._must_cancel:
                self._must_cancel = False
                _done(number, 2, None)
                self._cancelled_exc = None
                self._end(_CANCELLED)
            else:
                _done(number, 0, None)
                self._result = problem.value
                self._end(_FINISHED)
            return True
        if isinstance(problem, exceptions.CancelledError):
            _done(number, 2, None)
            self._cancelled_exc = problem
            self._cancel_message = None
            self._end(_CANCELLED)
            return True
        fatal = isinstance(problem, (KeyboardInterrupt, SystemExit))
        _done(number, 1, type(problem).__name__ if fatal else _line_of(problem))
        self._exception = problem
        self._log_traceback = True
        _mourn(self)
        self._end(_FINISHED)
        return not fatal

    def _wait_for(self, result):
        """The coroutine yielded something: a future, or a mistake."""
        number = self._number
        blocking = getattr(result, '_asyncio_future_blocking', None)
        if blocking is None:
            if type(result) is types.GeneratorType:
                problem = f'yield was used instead of yield from for generator in task {self!r} with {result!r}'
            else:
                problem = f'Task got bad yield: {result!r}'
        elif result._loop is not self._loop:
            problem = f'Task {self!r} got Future {result!r} attached to a different loop'
        elif not blocking:
            problem = f'yield was used instead of yield from in task {self!r} with {result!r}'
        elif result is self:
            problem = f'Task cannot await on itself: {self!r}'
        else:
            result._asyncio_future_blocking = False
            self._fut_waiter = result
            self._tell(result)
            if result._state is not _PENDING:
                self._loop._ready.append((self, result))
            elif (kind := type(result)) is Future or kind is Task or (
                    kind.add_done_callback is Future.add_done_callback
                    and kind._schedule_callbacks is Future._schedule_callbacks):
                result._callbacks.append(self)
            else:
                result.add_done_callback(self._wakeup, context=self._context)
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
            return
        _leave_turn(number)
        self._loop.call_soon(self._step, RuntimeError(problem), context=self._context)

    def _tell(self, future):
        """Says what is awaited, for the picture."""
        if future._until is not None:
            _leave_until(self._number, future._until)
        elif future._on is not None:
            _leave_object(self._number, future._on)
        elif future._io is not None:
            _leave_io(self._number, future._io)
        elif isinstance(future, Task):
            _leave_for_task(self._number, future._number)
        else:
            future._on = _future_lane(future._lane_name)
            _leave_object(self._number, future._on)

    def _wakeup(self, future):
        if future._state is _FINISHED and future._exception is None:
            self._step()
        else:
            # The exception is not being handled any more when the coroutine gets it.
            problem = None
            try:
                future.result()
            except BaseException as exc:
                problem = exc
            self._step(problem)
        self = None


Task.__module__ = '_asyncio'
_PyTask = _CTask = Task
Task.__init_subclass__ = classmethod(lambda cls, **kwargs: None)


def _line_of(problem):
    try:
        text = str(problem)
    except Exception:
        text = ''
    name = type(problem).__name__
    return f'{name}: {text}' if text else name


def create_task(coro, *, name=None, context=None, **kwargs):
    loop = events.get_running_loop()
    if context is None:
        task = loop.create_task(coro, **kwargs)
    else:
        task = loop.create_task(coro, context=context, **kwargs)
    _set_task_name(task, name)
    return task


def create_eager_task_factory(custom_task_constructor):
    """Tasks begin to run at once, in create_task, and are done at once if they never have to wait (Python 3.12)."""
    def factory(loop, coro, *, name=None, context=None, eager_start=True):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=eager_start)
    return factory


eager_task_factory = create_eager_task_factory(Task)


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    if not coroutines.iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _wrap_awaitable(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(coro_or_future)


async def _wrap_awaitable(awaitable):
    return await awaitable


class _OneTurn:
    """Awaited, it gives up the turn once."""

    __await__ = _await_turn


_one_turn = _OneTurn()


async def sleep(delay, result=None):
    _charge(_SLEEP)
    if delay <= 0:
        await _one_turn
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = events.get_running_loop()
    future = loop.create_future()
    future._until = _monotonic_ns() + int(delay * 1e9)
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


# -- gather

class _GatheringFuture(Future):
    """The outer future of gather(): cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False
        self._lane_name = 'gather()'

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled_any = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled_any = True
        if cancelled_any:
            self._cancel_requested = True
        return cancelled_any


_GatheringFuture.__module__ = 'asyncio.tasks'


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer

    def done(fut):
        nonlocal finished
        finished += 1
        if finished < count and type(fut) is Task and fut._state is _FINISHED and fut._exception is None:
            # The usual case: nothing to do but to count.
            return
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if finished == count:
            results = []
            for child in children:
                if type(child) is Task and child._state is _FINISHED and child._exception is None:
                    results.append(child._result)
                    continue
                if child.cancelled():
                    message = child._cancel_message
                    result = exceptions.CancelledError('' if message is None else message)
                else:
                    result = child.exception()
                    if result is None:
                        result = child.result()
                results.append(result)
            if outer._cancel_requested:
                outer.set_exception(fut._make_cancelled_error())
            else:
                outer.set_result(results)

    done.__qualname__ = 'gather.<locals>._done_callback'
    done.__name__ = '_done_callback'
    known = {}
    children = []
    # One for all: what is called there changes nothing in it.
    context = None
    finished = 0
    count = 0
    loop = None
    outer = None
    for arg in coros_or_futures:
        future = known.get(arg)
        if future is None:
            future = ensure_future(arg, loop=loop)
            if loop is None:
                loop = futures._get_loop(future)
            if future is not arg:
                future._log_destroy_pending = False
            count += 1
            _charge(_GATHERED)
            known[arg] = future
            if type(future) is Task and future._state is _PENDING:
                if context is None:
                    context = contextvars.copy_context()
                future._callbacks.append((done, context))
            else:
                future.add_done_callback(done)
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    return outer


# -- wait

async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    # Python 3.11 refuses generators, 3.12 takes them.
    if futures.isfuture(fs) or coroutines.iscoroutine(fs) and type(fs) is not types.GeneratorType:
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = list(dict.fromkeys(fs))
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if any(coroutines.iscoroutine(future) for future in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release_waiter(waiter, future=None):
    # By a timer, or by the end of what is waited for.
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    waiter._lane_name = 'wait()'
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def on_completion(future):
        nonlocal counter
        counter -= 1
        if counter > 0 and return_when != FIRST_COMPLETED:
            # Only a failure could be what is waited for.
            if return_when != FIRST_EXCEPTION or future.cancelled() or future.exception() is None:
                return
        if handle is not None:
            handle.cancel()
        _release_waiter(waiter)

    on_completion.__qualname__ = '_wait.<locals>._on_completion'
    for future in fs:
        future.add_done_callback(on_completion)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in fs:
            future.remove_done_callback(on_completion)
    done, pending = set(), set()
    for future in fs:
        (done if future.done() else pending).add(future)
    return done, pending


async def _cancel_and_wait(fut, loop):
    waiter = loop.create_future()
    waiter._lane_name = 'wait_for()'
    release = functools.partial(_release_waiter, waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


async def _give_up(fut, loop):
    """The time is over: the result all the same if there is one by the time that the future is cancelled, else TimeoutError."""
    await _cancel_and_wait(fut, loop)
    try:
        return fut.result()
    except exceptions.CancelledError as problem:
        raise exceptions.TimeoutError() from problem


async def wait_for(fut, timeout):
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        return fut.result() if fut.done() else await _give_up(fut, loop)
    waiter = loop.create_future()
    waiter._lane_name = 'wait_for()'
    timer = loop.call_later(timeout, _release_waiter, waiter)
    release = functools.partial(_release_waiter, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if not fut.done():
                fut.remove_done_callback(release)
                await _cancel_and_wait(fut, loop)
                raise
            # It ended at the same moment: then the wait has, too.
            return fut.result()
        if not fut.done():
            fut.remove_done_callback(release)
            return await _give_up(fut, loop)
        return fut.result()
    finally:
        timer.cancel()


# -- as_completed

class _AsCompleted:
    """What as_completed() gives: an iterator of awaitables, or an async iterator of the futures themselves."""

    # None until the first turn: nothing begins before, as in 3.11, whose as_completed() is a generator.
    _left = None

    def __init__(self, fs, timeout):
        self._fs, self._timeout = fs, timeout

    def _begin(self):
        from .queues import Queue
        fs, timeout = self._fs, self._timeout
        if futures.isfuture(fs) or coroutines.iscoroutine(fs):
            raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
        self._done = Queue()
        self._handle = None
        loop = events.get_event_loop()
        self._todo = dict.fromkeys([ensure_future(future, loop=loop) for future in dict.fromkeys(fs)])
        self._left = len(self._todo)
        for future in list(self._todo):
            future.add_done_callback(self._on_completion)
        if self._todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._on_timeout)

    def _on_completion(self, future):
        if not self._todo:
            return
        self._todo.pop(future, None)
        self._done.put_nowait(future)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    def _on_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._on_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    async def _wait_for_one(self, resolve=True):
        future = await self._done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result() if resolve else future

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is None:
            self._begin()
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._left is None:
            self._begin()
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one(resolve=False)


def as_completed(fs, *, timeout=None):
    return _AsCompleted(fs, timeout)


# -- shield

def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = futures._get_loop(inner)
    outer = loop.create_future()
    outer._lane_name = 'shield()'

    def inner_done(inner):
        # The failure counts as seen even where the outer future is gone.
        problem = None if inner.cancelled() else inner.exception()
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif problem is None:
            outer.set_result(inner.result())
        else:
            outer.set_exception(problem)

    def outer_done(outer):
        # Nobody listens any more, to what goes on all the same.
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner_done.__qualname__ = 'shield.<locals>._inner_done_callback'
    outer_done.__qualname__ = 'shield.<locals>._outer_done_callback'
    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    import concurrent.futures
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    outside = concurrent.futures.Future()

    def begin():
        try:
            task = ensure_future(coro, loop=loop)
            futures._chain_future(task, outside)
        except BaseException as problem:
            # The loop hears of it too; what ends the loop is not the other thread's business.
            fatal = isinstance(problem, (SystemExit, KeyboardInterrupt))
            if not fatal and outside.set_running_or_notify_cancel():
                outside.set_exception(problem)
            raise

    begin.__qualname__ = 'run_coroutine_threadsafe.<locals>.callback'
    loop.call_soon_threadsafe(begin)
    return outside
