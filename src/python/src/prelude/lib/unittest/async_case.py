"""unittest.async_case: test cases whose methods are coroutines; all of one test run in one loop and one context."""

import contextvars
from asyncio import Runner
from inspect import iscoroutinefunction

from .case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        # There while the test runs.
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    # -- what test classes define or call

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        kind = type(cm)
        enter, leave = (getattr(kind, name, None) for name in ('__aenter__', '__aexit__'))
        if enter is None or leave is None:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous context manager "
                            "protocol")
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    # -- what `TestCase.run` and `TestCase.debug` call

    def run(self, result=None):
        self._begin()
        try:
            return super().run(result)
        finally:
            self._end()

    def debug(self):
        self._begin()
        super().debug()
        self._end()

    def _callSetUp(self):
        # The loop is the thread's current one for `setUp` already.
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._await(self.asyncSetUp())

    def _callTestMethod(self, method):
        if self._call(method) is not None:
            from warnings import warn
            warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                 DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._await(self.asyncTearDown())
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._call(function, *args, **kwargs)

    # -- the loop

    def _begin(self):
        self._asyncioRunner = Runner(debug=True, loop_factory=self.loop_factory)

    def _end(self):
        runner, self._asyncioRunner = self._asyncioRunner, None
        if runner is not None:
            runner.close()

    def _await(self, coroutine):
        return self._asyncioRunner.run(coroutine, context=self._asyncioTestContext)

    def _call(self, function, /, *args, **kwargs):
        if iscoroutinefunction(function):
            return self._await(function(*args, **kwargs))
        return self._asyncioTestContext.run(function, *args, **kwargs)
