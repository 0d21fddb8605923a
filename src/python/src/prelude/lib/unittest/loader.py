"""Finding tests: the methods of classes, the classes of modules, names with dots."""

import sys
from functools import cmp_to_key

from . import case, suite


def _matches(name, pattern):
    """Whether a name matches a shell pattern of `*` and `?`."""
    if not pattern:
        return not name
    if pattern[0] == '*':
        return any(_matches(name[i:], pattern[1:]) for i in range(len(name) + 1))
    return bool(name) and pattern[0] in ('?', name[0]) and _matches(name[1:], pattern[1:])


class _FailedTest(case.TestCase):
    """Reports what kept a name from being loaded when the suite runs."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._why = exception
        super().__init__(method_name)

    def _fail(self):
        raise self._why

    def __getattr__(self, name):
        return self._fail if name == self._testMethodName else super().__getattribute__(name)


class TestLoader:
    testMethodPrefix, testNamePatterns = 'test', None
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    # Of what is found.
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any(_matches(full, p) for p in self.testNamePatterns)
        names = list(filter(wanted, dir(testCaseClass)))
        order = self.sortTestMethodsUsing
        return sorted(names, key=cmp_to_key(order)) if order else names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if (isinstance(item, type) and issubclass(item, case.TestCase)
                    and item not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(item))
        found = self.suiteClass(tests)
        own_way = getattr(module, 'load_tests', None)
        if own_way is None:
            return found
        try:
            return own_way(self, found, pattern)
        except Exception as error:
            self.errors.append(f'Failed to call load_tests:\n{sys._traceback_text(error)}')
            return _FailedTest(module.__name__, error)

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        if module is None:
            tried = parts[:]
            while tried:
                try:
                    module = __import__('.'.join(tried))
                    break
                except ImportError as error:
                    failed = error
                    gone = tried.pop()
            else:
                self.errors.append(f'Failed to import test module: {gone}\n{sys._traceback_text(failed)}')
                return _FailedTest(gone, ImportError(f'Failed to import test module: {gone}\n'
                                                     f'{sys._traceback_text(failed)}'))
            parts = parts[1:]
        item = module
        for part in parts:
            try:
                parent, item = item, getattr(item, part)
            except AttributeError as error:
                self.errors.append(f'Failed to access attribute:\n{sys._traceback_text(error)}')
                return _FailedTest(part, error)
        if isinstance(item, type(sys)):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, case.TestCase):
            return self.loadTestsFromTestCase(item)
        if (callable(item) and isinstance(parent, type) if parts else False) and issubclass(parent, case.TestCase):
            test = parent(parts[-1])
            # a static or class method makes a suite of its own
            if not hasattr(getattr(test, parts[-1]), '__self__') or getattr(test, parts[-1]).__self__ is test:
                return self.suiteClass([test])
        if isinstance(item, suite.TestSuite):
            return item
        if callable(item):
            made = item()
            if isinstance(made, suite.TestSuite):
                return made
            if isinstance(made, case.TestCase):
                return self.suiteClass([made])
            raise TypeError(f'calling {item} returned {made}, not a test')
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """There is no folder to look through here: the program's own tests."""
        return self.loadTestsFromModule(sys.modules['__main__'])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix='test', sortUsing=None, suiteClass=suite.TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix, loader.suiteClass = prefix, suiteClass
    if sortUsing is not None:
        loader.sortTestMethodsUsing = sortUsing
    return loader.loadTestsFromTestCase(testCaseClass)
