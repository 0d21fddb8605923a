"""asyncio.runners: a program's way into a loop and out of it."""

import contextvars
import threading

from . import coroutines, events, exceptions, tasks

__all__ = ('Runner', 'run')


# What SIGINT does while `run` runs, unless the program has a handler of its own: `signal` looks here.
on_interrupt = []


class Runner:
    """One loop and one context for everything that it runs; both come with the first use, and go with `close`."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = self._context = None
        self._is_closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *details):
        self.close()

    def get_loop(self):
        if self._is_closed:
            raise RuntimeError('Runner is closed')
        if self._loop is None:
            make = self._loop_factory
            self._loop = loop = events.new_event_loop() if make is None else make()
            if make is None:
                # Who brings a loop of his own keeps the thread's current one.
                events.set_event_loop(loop)
            if self._debug is not None:
                loop.set_debug(self._debug)
            self._context = contextvars.copy_context()
        return self._loop

    def close(self):
        loop = self._loop
        if loop is None:
            # Never used, or closed: nothing happens, and in the first case it may still be used.
            return
        try:
            _end_tasks(loop)
            for last in (loop.shutdown_asyncgens, loop.shutdown_default_executor):
                loop.run_until_complete(last())
        finally:
            if self._loop_factory is None:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._is_closed = True

    def run(self, coro, *, context=None):
        if not coroutines.iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        if events._get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        loop = self.get_loop()
        loop._main_failed = False
        main = loop.create_task(coro, context=self._context if context is None else context)
        interrupts = 0

        def interrupt(number, frame):
            nonlocal interrupts
            interrupts += 1
            if interrupts > 1 or main.done():
                raise KeyboardInterrupt()
            main.cancel()
            # The loop may be waiting in select.
            loop.call_soon_threadsafe(lambda: None)

        is_main_thread = threading.current_thread() is threading.main_thread()
        if is_main_thread:
            on_interrupt.append(interrupt)
        try:
            return loop.run_until_complete(main)
        except exceptions.CancelledError:
            # The first interrupt's doing, if nobody else asked for it too.
            if interrupts and hasattr(main, 'uncancel') and main.uncancel() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            if is_main_thread:
                on_interrupt.pop()


def run(main, *, debug=None, loop_factory=None):
    if events._get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _end_tasks(loop):
    """Cancels what the main coroutine has left, and says which of it failed on the way out."""
    left = [task for task in list(tasks._pending_tasks) if task._loop is loop]
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        problem = None if task.cancelled() else task.exception()
        if problem is not None:
            loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown',
                                         'exception': problem, 'task': task})
