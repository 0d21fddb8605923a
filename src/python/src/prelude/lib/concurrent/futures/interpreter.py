"""concurrent.futures.interpreter: a pool of threads, each of which hands its calls to an interpreter with a GIL of its own."""

from . import thread as _thread

__all__ = ['InterpreterPoolExecutor', 'BrokenInterpreterPool']


class BrokenInterpreterPool(_thread.BrokenThreadPool):
    """An interpreter of the pool could not be made ready."""


class InterpreterPoolExecutor(_thread.ThreadPoolExecutor):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        import threading
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._own = threading.local()
        self._interpreters = []
        self._initializer_there = initializer
        self._initargs_there = initargs
        super().__init__(max_workers, thread_name_prefix or 'InterpreterPoolExecutor', self._prepare)

    def _prepare(self):
        from concurrent import interpreters
        interpreter = interpreters.create()
        self._own.interpreter = interpreter
        self._interpreters.append(interpreter)
        if self._initializer_there is not None:
            interpreter.call(self._initializer_there, *self._initargs_there)

    def _call(self, function, args, kwargs):
        from concurrent import interpreters
        try:
            return self._own.interpreter.call(function, *args, **kwargs)
        except interpreters.ExecutionFailed as failed:
            info = failed.excinfo
            try:
                raised = info.type(info.msg)
            except Exception:
                raise failed
            raise raised from failed

    def submit(self, fn, /, *args, **kwargs):
        return super().submit(self._call, fn, args, kwargs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        super().shutdown(wait=wait, cancel_futures=cancel_futures)
        if wait:
            from concurrent import interpreters
            for interpreter in self._interpreters:
                try:
                    interpreter.close()
                except interpreters.InterpreterError:
                    pass
            self._interpreters.clear()
