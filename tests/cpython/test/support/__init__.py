"""What CPython's tests ask of `test.support`, in our words. What is not here is missing, and so is the test that needs it."""

import contextlib
import functools
import io
import sys
import time
import unittest

verbose = 0
failfast = False
use_resources = []
max_memuse = real_max_memuse = 0
is_emscripten = is_wasi = is_android = is_jython = is_apple = False
MS_WINDOWS = False
has_fork_support = has_subprocess_support = has_socket_support = False
HAVE_ASAN_FORK_BUG = environment_altered = False
can_use_suppress_immortalization = False
HAVE_DOCSTRINGS = MISSING_C_DOCSTRINGS = False
PIPE_MAX_SIZE = 4 << 20
LOOPBACK_TIMEOUT = INTERNET_TIMEOUT = SHORT_TIMEOUT = LONG_TIMEOUT = 30.0
MAX_Py_ssize_t = sys.maxsize
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 2 << 30, 4 << 30
REPO_ROOT = TEST_HOME_DIR = '/test'
Py_DEBUG = False
PGO = False
check_sanitizer = lambda **kinds: False


def maybe_get_event_loop_policy():
    from asyncio import events
    return events._event_loop_policy


def __getattr__(name):
    # `from test.support import os_helper` asks here before it looks for a module of that name
    if name.startswith('__') or name.endswith('_helper'):
        raise AttributeError(name)
    return _interleave_missing(f'test.support.{name}')


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class TestDidNotRun(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


@functools.total_ordering
class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


ALWAYS_EQ, NEVER_EQ, LARGEST, SMALLEST = _AlwaysEqual(), _NeverEqual(), _Largest(), _Smallest()


def skip_if_broken_multiprocessing_synchronize():
    pass


def print_warning(text):
    pass


def _needs(what):
    return unittest.skip(f'needs {what}')


def cpython_only(test):
    return _needs("CPython's internals")(test)


def impl_detail(msg=None, **guards):
    return (lambda test: test) if check_impl_detail(**guards) else _needs("CPython's internals")


def check_impl_detail(**guards):
    """Whether an implementation detail holds: those of CPython do not."""
    if not guards:
        return False
    return not any(guards.values()) and 'cpython' in guards


def requires_IEEE_754(test):
    return test


def _decorated(test):
    return test


no_tracing = requires_zlib_if_any = anticipate_failure = _decorated
skip_if_pgo_task = thread_unsafe = _decorated


def skip_if_sanitizer(*args, **kwargs):
    return _decorated


def refcount_test(test):
    return _needs('reference counts')(test)


def requires_docstrings(test):
    return _needs('docstrings of built-ins')(test)


def requires_legacy_unicode_capi(*args):
    return _needs('the C interface')


def requires_resource(name):
    return _needs(f'the resource {name}')


def requires_subprocess():
    return _needs('other programs')


def requires_fork():
    return _needs('fork')


def requires_gil_enabled(*args):
    return _decorated


def requires_hashdigest(*args, **kwargs):
    return _decorated


def requires(resource, msg=None):
    raise ResourceDenied(f'needs the resource {resource}')


def is_resource_enabled(name):
    return False


def requires_zlib(reason=''):
    return _decorated


def bigmemtest(size, memuse, dry_run=True):
    def decorate(test):
        def wrapper(self):
            return test(self, 5147) if dry_run else self.skipTest('needs gigabytes of memory')
        wrapper.__name__ = test.__name__
        return wrapper
    return decorate


def bigaddrspacetest(test):
    return _needs('gigabytes of memory')(test)


def gc_collect():
    import gc
    gc.collect()
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    yield


gc_threshold = disable_gc


def check_syntax_error(testcase, statement, errtext='', *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as cm:
        compile(statement, '<test string>', 'exec')
    error = cm.exception
    testcase.assertIsNotNone(error.lineno)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    testcase.assertIsNotNone(error.offset)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


@contextlib.contextmanager
def captured_output(stream_name):
    before = getattr(sys, stream_name)
    setattr(sys, stream_name, io.StringIO())
    try:
        yield getattr(sys, stream_name)
    finally:
        setattr(sys, stream_name, before)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


def captured_stdin():
    return captured_output('stdin')


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    if hasattr(obj, attr):
        before = getattr(obj, attr)
        setattr(obj, attr, new_val)
        try:
            yield before
        finally:
            setattr(obj, attr, before)
    else:
        setattr(obj, attr, new_val)
        try:
            yield
        finally:
            if hasattr(obj, attr):
                delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
    if item in obj:
        before = obj[item]
        obj[item] = new_val
        try:
            yield before
        finally:
            obj[item] = before
    else:
        obj[item] = new_val
        try:
            yield
        finally:
            obj.pop(item, None)


@contextlib.contextmanager
def infinite_recursion(max_depth=100):
    yield


def set_recursion_limit(limit):
    return infinite_recursion()


def get_recursion_depth():
    depth = 0
    try:
        while True:
            sys._getframe(depth)
            depth += 1
    except ValueError:
        return depth


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    before = sys.get_int_max_str_digits()
    try:
        sys.set_int_max_str_digits(max_digits)
        yield
    finally:
        sys.set_int_max_str_digits(before)


def check_free_after_iterating(test, iter, cls, args=()):
    raise unittest.SkipTest('needs finalizers at once')


def check_sizeof(test, o, size):
    raise unittest.SkipTest("needs CPython's sizes")


class run_with_locale(contextlib.ContextDecorator):
    """There is one locale: tests that ask for another one need it."""

    def __init__(self, catstr, *locales):
        self.ready = '' in locales

    def __enter__(self):
        if not self.ready:
            raise unittest.SkipTest('needs another locale')

    def __exit__(self, *error):
        pass


def run_with_tz(tz):
    return _needs('time zones')


def run_unittest(*classes):
    pass


def run_doctest(module, verbosity=None, optionflags=0):
    raise unittest.SkipTest('needs doctest')


def findfile(filename, subdir=None):
    return filename


def sortdict(mapping):
    return '{' + ', '.join('%r: %r' % pair for pair in sorted(mapping.items())) + '}'


def open_urlresource(url, *args, **kw):
    raise unittest.SkipTest('needs a network')


def patch(test_instance, object_to_patch, attr_name, new_value):
    before = getattr(object_to_patch, attr_name)
    test_instance.addCleanup(setattr, object_to_patch, attr_name, before)
    setattr(object_to_patch, attr_name, new_value)


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    raise unittest.SkipTest('needs the names of CPython')


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    name = tp.__name__ if tp.__module__ == 'builtins' else f'{tp.__module__}.{tp.__name__}'
    with testcase.assertRaisesRegex(TypeError, f'cannot create .{name}. instances'):
        tp(*args, **kwds)


class catch_unraisable_exception:
    def __enter__(self):
        self.unraisable = None
        self._before = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *info):
        sys.unraisablehook = self._before
        self.unraisable = None


class SaveSignals:
    def save(self):
        pass

    def restore(self):
        pass


def reap_children():
    pass


def busy_retry(timeout, err_msg=None, /, *, error=True):
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(err_msg or 'no end within %s s' % timeout)


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)
