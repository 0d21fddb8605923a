"""Warnings for tests."""

import contextlib
import functools
import warnings


class _Recorder:
    def __init__(self, caught):
        self.warnings, self._seen = caught, 0

    def __getattr__(self, name):
        if len(self.warnings) > self._seen:
            return getattr(self.warnings[-1], name)
        raise AttributeError(name)

    def reset(self):
        self._seen = len(self.warnings)


@contextlib.contextmanager
def check_warnings(*filters, quiet=None):
    import re
    if not filters:
        filters = (('', Warning),)
        quiet = True if quiet is None else quiet
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        yield _Recorder(caught)
    left = [w.message for w in caught]
    missing = []
    for text, category in filters:
        fitting = [w for w in left if re.match(text, str(w), re.I) and issubclass(w.__class__, category)]
        if not fitting and not quiet:
            missing.append((text, category.__name__))
        left = [w for w in left if w not in fitting]
    if left:
        raise AssertionError(f'unhandled warning {left[0]}')
    if missing:
        raise AssertionError(f"filter ({missing[0][0]!r}, {missing[0][1]}) did not catch any warning")


@contextlib.contextmanager
def check_no_warnings(testcase, message='', category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings('always', message=message, category=category)
        yield
    testcase.assertEqual(caught, [])


def check_no_resource_warning(testcase):
    return check_no_warnings(testcase, category=ResourceWarning)


def check_syntax_warning(testcase, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    testcase.assertEqual(len(caught), 1, caught)
    testcase.assertRegex(str(caught[0].message), errtext)
    testcase.assertEqual(caught[0].lineno, lineno)


def ignore_warnings(*, category):
    def decorator(test):
        @functools.wraps(test)
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return test(self, *args, **kwargs)
        return wrapper
    return decorator


@contextlib.contextmanager
def save_restore_warnings_filters():
    before = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = before


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return _interleave_missing(f'test.support.warnings_helper.{name}')
