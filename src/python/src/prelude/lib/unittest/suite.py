"""Suites: tests in order, with the fixtures of their classes and modules around them."""

import sys

from . import case, util


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for i, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._forget(i)
        return result

    def _forget(self, i):
        if self._cleanup and self._tests[i] is not None:
            count = getattr(self._tests[i], 'countTestCases', None)
            self._removed_tests += count() if count else 0
            self._tests[i] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands where a test would in a report: the class or module whose fixture failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for i, test in enumerate(self):
            if result.shouldStop:
                break
            if not hasattr(type(test), '__iter__'):
                self._leave_class(test, result)
                self._change_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            self._forget(i)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        from .result import TestResult

        class Debugging(TestResult):
            def _report(self, info):
                raise info[1]
        self.run(Debugging(), True)

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls == getattr(result, '_previousTestClass', None) or getattr(result, '_moduleSetUpFailed', False):
            return
        if getattr(cls, '__unittest_skip__', False):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            pass  # not a class of ours
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        self._guarded(set_up, 'setUpClass', util.strclass(cls), result, cls)
        if cls._classSetupFailed:
            self._class_cleanups(cls, 'setUpClass', result)

    def _leave_class(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or test.__class__ is previous or getattr(result, '_moduleSetUpFailed', False):
            return
        if getattr(previous, '_classSetupFailed', False) or getattr(previous, '__unittest_skip__', False):
            return
        tear_down = getattr(previous, 'tearDownClass', None)
        if tear_down is not None:
            self._guarded(tear_down, 'tearDownClass', util.strclass(previous), result)
        self._class_cleanups(previous, 'tearDownClass', result)

    def _class_cleanups(self, cls, where, result):
        clean = getattr(cls, 'doClassCleanups', None)
        if clean is not None:
            clean()
            for info in cls.tearDown_exceptions:
                self._report(info[1], where, util.strclass(cls), result, info)

    def _change_module(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        name = test.__class__.__module__
        if previous is not None and previous.__module__ == name:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(name)
        set_up = getattr(module, 'setUpModule', None)
        if set_up is None:
            return
        if not self._guarded(set_up, 'setUpModule', name, result):
            result._moduleSetUpFailed = True
            self._guarded(case.doModuleCleanups, 'setUpModule', name, result)

    def _leave_module(self, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or getattr(result, '_moduleSetUpFailed', False):
            return
        module = sys.modules.get(previous.__module__)
        tear_down = getattr(module, 'tearDownModule', None)
        if tear_down is not None:
            self._guarded(tear_down, 'tearDownModule', previous.__module__, result)
        self._guarded(case.doModuleCleanups, 'tearDownModule', previous.__module__, result)

    def _guarded(self, function, where, owner, result, cls=None):
        capture = getattr(result, '_setupStdout', None)
        if capture is not None:
            capture()
        try:
            function()
            return True
        except Exception as error:
            if cls is not None:
                cls._classSetupFailed = True
            self._report(error, where, owner, result, sys.exc_info())
            return False
        finally:
            release = getattr(result, '_restoreStdout', None)
            if release is not None:
                release()

    def _report(self, error, where, owner, result, info):
        holder = _ErrorHolder(f'{where} ({owner})')
        add_skip = getattr(result, 'addSkip', None)
        if add_skip is not None and isinstance(error, case.SkipTest):
            add_skip(holder, str(error))
        else:
            result.addError(holder, info)
