"""Runs the tests of one module of CPython's `test` package on our VM and says how each ended.

Arguments: the module's name, the number of the first test to run. Lines on standard output that begin with `@@` are for the
runner: `@@tests N`, then for each test `@@begin NUMBER ID` and `@@end NUMBER STATUS WORDS`; `@@unloadable WORDS` where the module does not load.
"""

import builtins
import sys
import types
import unittest

running = False


class Unsupported(unittest.SkipTest):
    """A test asked for something that is not here."""


class Missing:
    """Stands for a module or a name that is not here: harmless while tests are loaded, the end of a test that uses it."""

    def __init__(self, what):
        object.__setattr__(self, '_what', what)

    def _used(self):
        if running:
            raise Unsupported(f'needs {self._what}')

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        self._used()
        return Missing(f'{self._what}.{name}')

    def __setattr__(self, name, value):
        self._used()

    def __call__(self, *args, **kwargs):
        self._used()
        what = self._what
        if len(args) == 1 and not kwargs and isinstance(args[0], (types.FunctionType, type)):
            # a decorator that is not here: whoever wears it is unsupported
            return unittest.skip(f'needs {what}')(args[0])
        return Missing(f'{what}()')

    def __mro_entries__(self, bases):
        what = self._what

        class MissingBase:
            def __new__(cls, *args, **kwargs):
                if running:
                    raise Unsupported(f'needs {what}')
                return object.__new__(cls)
        return (MissingBase,)

    def __index__(self):
        self._used()
        return 0

    def __iter__(self):
        self._used()
        return iter(())

    def __getitem__(self, key):
        self._used()
        return Missing(f'{self._what}[]')

    def __contains__(self, item):
        self._used()
        return False

    def _operate(self, *others):
        self._used()
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __or__ = __ror__ = __and__ = __rand__ = _operate
    __lt__ = __le__ = __gt__ = __ge__ = _operate
    __neg__ = __pow__ = __rpow__ = __lshift__ = __rlshift__ = __floordiv__ = __truediv__ = __mod__ = _operate

    def __bool__(self):
        self._used()
        return False

    def __enter__(self):
        self._used()
        return self

    def __exit__(self, *info):
        return False

    def __instancecheck__(self, instance):
        return False

    def __repr__(self):
        return f'<missing {self._what}>'


def import_leaf(name):
    return __import__(name, globals(), {}, ['*']) if '.' in name else __import__(name)


def import_module(name, leaf):
    try:
        module = import_leaf(name)
    except ImportError:
        if running:
            raise Unsupported(f'needs module {name}')
        top = name.split('.')[0]
        if not leaf and top != name:
            return import_module(top, True)
        return Missing(f'module {name}')
    return module if leaf else __import__(name.split('.')[0])


def import_name(module_name, name):
    try:
        module = import_leaf(module_name)
    except ImportError:
        if running:
            raise Unsupported(f'needs module {module_name}')
        return Missing(f'module {module_name}')
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    try:
        return import_leaf(f'{module_name}.{name}')
    except ImportError:
        if running:
            raise Unsupported(f'needs {module_name}.{name}')
        return Missing(f'{module_name}.{name}')


def gather(namespace, name):
    """The test classes of one module of a package, under names of their own."""
    try:
        module = import_leaf(name)
    except Exception as error:
        say(f'@@unloadable {name}: {one_line(error)}')
        return
    for key, value in vars(module).items():
        if isinstance(value, type) and issubclass(value, unittest.TestCase) and value.__module__ == name:
            namespace[f'{name}.{key}'] = value


def say(line):
    sys.__stdout__.write(line + '\n')
    sys.__stdout__.flush()


def one_line(error):
    try:
        text = str(error)
    except Exception:
        text = '<str() failed>'
    text = ' | '.join(text.split('\n'))
    if len(text) > 300:
        text = text[:300] + '…'
    return f'{type(error).__name__}: {text}'.encode('ascii', 'backslashreplace').decode()


class OneResult(unittest.TestResult):
    """The worst that happened to one test."""

    def __init__(self):
        super().__init__()
        self.status, self.words = 'passed', ''

    def _exc_info_to_string(self, err, test):
        return ''

    def bad(self, err, test=None):
        error = err[1]
        if isinstance(error, Unsupported):
            if self.status == 'passed':
                self.status, self.words = 'unsupported', str(error)
            return
        if self.status != 'failed':
            place = ''
            tb = getattr(error, '__traceback__', None)
            last = None
            try:
                while tb is not None:
                    frame = tb.tb_frame
                    if 'test' in frame.f_code.co_filename:
                        last = tb.tb_lineno
                    tb = tb.tb_next
            except AttributeError:
                pass
            if last is not None:
                place = f'line {last}: '
            self.status, self.words = 'failed', place + one_line(error)

    def addError(self, test, err):
        self.bad(err)

    def addFailure(self, test, err):
        self.bad(err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.bad(err)

    def addSkip(self, test, reason):
        if self.status == 'passed':
            self.status, self.words = 'unsupported', str(reason)

    def addUnexpectedSuccess(self, test):
        self.status, self.words = 'failed', 'unexpected success'


def flat(suite):
    for test in suite:
        if hasattr(type(test), '__iter__'):
            yield from flat(test)
        else:
            yield test


def load(name):
    module = __import__(name)
    loader = unittest.TestLoader()
    suite = None
    if hasattr(module, 'load_tests'):
        suite = loader.loadTestsFromModule(module)
        if loader.errors or isinstance(suite, Missing):
            del module.load_tests
            suite = None
    if suite is None:
        suite = loader.loadTestsFromModule(module)
    return list(flat(suite))


def main():
    global running
    name, first = sys.argv[1], int(sys.argv[2])
    try:
        tests = load(name)
    except BaseException as error:
        say(f'@@unloadable {name}: {one_line(error)}')
        sys.stderr.write(sys._traceback_text(error))
        return
    say(f'@@tests {len(tests)}')
    running = True
    streams = sys.stdin, sys.stdout, sys.stderr
    for number in range(first, len(tests)):
        test = tests[number]
        tests[number] = None
        say(f'@@begin {number} {test.id()}')
        result = OneResult()
        try:
            unittest.TestSuite([test]).run(result)
        except BaseException as error:
            result.bad((type(error), error, None))
        sys.stdin, sys.stdout, sys.stderr = streams
        words = ' | '.join(result.words.split('\n')).encode('ascii', 'backslashreplace').decode()
        say(f'@@end {number} {result.status} {words}')
    say('@@done')


# A process that is spawned by a test imports this file, and then the test's module.
builtins._interleave_module = import_module
builtins._interleave_name = import_name
builtins._interleave_gather = gather
builtins._interleave_missing = Missing
if __name__ == '__main__':
    main()
