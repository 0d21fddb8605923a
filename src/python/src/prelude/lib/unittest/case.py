"""TestCase: one test method, with the fixture around it."""

import sys

from . import util
from .asserts import Assertions, AssertionMethods

_DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class SkipTest(Exception):
    """Raised in a test that cannot run here."""


class _ShouldStop(Exception):
    pass


class _UnexpectedSuccess(Exception):
    pass


class _NoException(Exception):
    """Catches nothing: nobody raises it."""


class _Cleanups(list):
    """What is to be called in the end, the last first."""

    def note(self, function, args, kwargs):
        self.append((function, args, kwargs))

    def call_all(self):
        """The exceptions that this raised."""
        failed = []
        while self:
            call, given, named = self.pop()
            try:
                call(*given, **named)
            except Exception as error:
                failed.append(error)
        return failed


_module_cleanups = _Cleanups()


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.note(function, args, kwargs)


def _enter(manager, add_cleanup):
    cls = type(manager)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "
                        f"protocol") from None
    value = enter(manager)
    add_cleanup(leave, manager, None, None, None)
    return value


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    failed = _module_cleanups.call_all()
    if failed:
        raise failed[0]


def skip(reason):
    """Marks a test, or a class of them, as not to be run."""
    def mark(item):
        if not isinstance(item, type):
            function = item

            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            for name in ('__module__', '__name__', '__qualname__', '__doc__'):
                setattr(skipped, name, getattr(function, name, None))
            skipped.__wrapped__ = function
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str) and hasattr(reason, '__name__'):
        # @skip without a reason
        function, reason = reason, ''
        return mark(function)
    return mark


def _as_is(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _as_is


def skipUnless(condition, reason):
    return _as_is if condition else skip(reason)


def expectedFailure(test_item):
    setattr(test_item, '__unittest_expecting_failure__', True)
    return test_item


def _add_skip(result, test, reason):
    add = getattr(result, 'addSkip', None)
    if add is None:
        result.addSuccess(test)
    else:
        add(test, reason)


class _Outcome:
    """Collects what the parts of one test (setUp, method, subtests, tearDown) did."""

    def __init__(self, result=None):
        self.result, self.success = result, True
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        # Whether a failure would be welcome, and the one that came.
        self.expecting_failure, self.expectedFailure = False, None

    def part(self, test, subTest=False):
        return _Part(self, test, subTest)


class _Part:
    def __init__(self, outcome, test, is_subtest):
        self.outcome, self.test, self.is_subtest = outcome, test, is_subtest

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True
        return self

    def __exit__(self, kind, error, tb):
        outcome, test = self.outcome, self.test
        if kind is None:
            if self.is_subtest and outcome.success:
                outcome.result.addSubTest(test.test_case, test, None)
        elif issubclass(kind, KeyboardInterrupt):
            return False
        elif issubclass(kind, SkipTest):
            outcome.success = False
            _add_skip(outcome.result, test, str(error))
        elif issubclass(kind, _ShouldStop):
            # already reported by the subtest
            outcome.success = False
        else:
            info = (kind, error, tb)
            if outcome.expecting_failure:
                outcome.expectedFailure = info
            else:
                outcome.success = False
                if self.is_subtest:
                    outcome.result.addSubTest(test.test_case, test, info)
                elif issubclass(kind, test.failureException):
                    outcome.result.addFailure(test, info)
                else:
                    outcome.result.addError(test, info)
        outcome.success = outcome.success and self.before
        return True


class _SubTestContext:
    def __init__(self, case, subtest):
        self.case, self.subtest = case, subtest

    def __enter__(self):
        self.parent = self.case._subtest
        self.case._subtest = self.subtest
        self.part = self.case._outcome.part(self.subtest, subTest=True)
        self.part.__enter__()

    def __exit__(self, kind, error, tb):
        case, outcome = self.case, self.case._outcome
        case._subtest = self.parent
        if not self.part.__exit__(kind, error, tb):
            return False
        if not outcome.success:
            if getattr(outcome.result, 'failfast', False):
                raise _ShouldStop
        elif outcome.expectedFailure:
            # an expected failure ends the test here
            raise _ShouldStop
        return True


class _Nothing:
    def __enter__(self):
        return None

    def __exit__(self, *info):
        return False


def _first_line(doc):
    return doc.strip().split('\n')[0].strip() if doc else None


class TestCase(Assertions, AssertionMethods):
    longMessage, failureException = True, AssertionError
    # Characters that a diff may have, and that texts may have to be compared by one.
    maxDiff, _diffThreshold = 80 * 8, 2 ** 16
    _classSetupFailed, _class_cleanups = False, _Cleanups()

    def __init_subclass__(cls, *args, **kwargs):
        # Each class has its own.
        cls._classSetupFailed, cls._class_cleanups = False, _Cleanups()
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        self._testMethodDoc = 'No test' if method is None else method.__doc__
        self._outcome = self._subtest = None
        self._cleanups, self._type_equality_funcs = _Cleanups(), {}
        for kind, name in ((dict, 'assertDictEqual'), (list, 'assertListEqual'), (tuple, 'assertTupleEqual'),
                           (set, 'assertSetEqual'), (frozenset, 'assertSetEqual'), (str, 'assertMultiLineEqual')):
            self.addTypeEqualityFunc(kind, name)

    def addTypeEqualityFunc(self, typeobj, function):
        compare = self._type_equality_funcs
        compare[typeobj] = function

    # the fixture

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.note(function, args, kwargs)

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.note(function, args, kwargs)

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        failed = cls._class_cleanups.call_all()
        cls.tearDown_exceptions = [(type(error), error, error.__traceback__) for error in failed]

    # what it is called

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from .result import TestResult
        return TestResult()

    def shortDescription(self):
        return _first_line(self._testMethodDoc)

    def id(self):
        return f'{util.strclass(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        same = type(other) is type(self)
        return self._testMethodName == other._testMethodName if same else NotImplemented

    def __hash__(self):
        which = type(self), self._testMethodName
        return hash(which)

    def __str__(self):
        return f'{self._testMethodName} ({util.strclass(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} testMethod={self._testMethodName}>'

    def subTest(self, msg=None, **params):
        outcome = self._outcome
        if outcome is None or not outcome.result_supports_subtests:
            return _Nothing()
        parent = self._subtest
        merged = {**(parent.params if parent is not None else {}), **params}
        return _SubTestContext(self, _SubTest(self, msg, merged))

    # running

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                          DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        end = _do_nothing
        if result is None:
            # A run of this test alone.
            result = self.defaultTestResult()
            begin, end = (getattr(result, name, None) or _do_nothing for name in ('startTestRun', 'stopTestRun'))
            begin()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            skipped, reason = self._is_skipped(method)
            if skipped:
                _add_skip(result, self, reason)
                return result
            expecting = (getattr(self, '__unittest_expecting_failure__', False)
                         or getattr(method, '__unittest_expecting_failure__', False))
            outcome = self._outcome = _Outcome(result)
            try:
                with outcome.part(self):
                    self._callSetUp()
                if outcome.success:
                    outcome.expecting_failure = expecting
                    with outcome.part(self):
                        self._callTestMethod(method)
                    outcome.expecting_failure = False
                    with outcome.part(self):
                        self._callTearDown()
                self.doCleanups()
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expectedFailure:
                        result.addExpectedFailure(self, outcome.expectedFailure)
                    else:
                        result.addUnexpectedSuccess(self)
                return result
            finally:
                # It refers to frames.
                self._outcome = outcome.expectedFailure = None
        finally:
            result.stopTest(self)
            end()

    def _is_skipped(self, method):
        """Whether, and why: the class says it, or the method."""
        marked = [item for item in (self.__class__, method) if getattr(item, '__unittest_skip__', False)]
        reasons = [getattr(item, '__unittest_skip_why__', '') for item in (self.__class__, method)]
        return bool(marked), reasons[0] or reasons[1]

    def doCleanups(self):
        outcome = self._outcome
        if outcome is None:
            outcome = _Outcome()
        pending = self._cleanups
        while pending:
            call, given, named = pending.pop()
            with outcome.part(self):
                self._callCleanup(call, *given, **named)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test and lets what it raises through."""
        method = getattr(self, self._testMethodName)
        skipped, reason = self._is_skipped(method)
        if skipped:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        pending = self._cleanups
        while pending:
            call, given, named = pending.pop()
            self._callCleanup(call, *given, **named)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def _formatMessage(self, msg, standardMsg):
        if self.longMessage:
            return standardMsg if msg is None else f'{standardMsg} : {msg}'
        return msg if msg else standardMsg

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + _DIFF_OMITTED % len(diff)


def _do_nothing():
    pass


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc, self._tearDownFunc = setUp, tearDown
        self._testFunc, self._description = testFunc, description

    def setUp(self):
        (self._setUpFunc or _do_nothing)()

    def tearDown(self):
        (self._tearDownFunc or _do_nothing)()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def _key(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, self.__class__) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._key()))

    def __str__(self):
        return f'{util.strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        given = self._description
        return given if given is not None else _first_line(self._testFunc.__doc__) or None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message, self.params, self.test_case = message, params, test_case
        failure = test_case.failureException
        self.failureException = failure

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _description(self):
        parts = []
        if self._message is not None:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append('(' + ', '.join(f'{name}={value!r}' for name, value in self.params.items()) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'
