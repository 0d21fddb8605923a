"""Importing for tests. A module has one implementation here: asking for a fresh or a blocked variant gives that one."""

import contextlib
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    if name == '_multiprocessing':
        # A part of CPython's implementation, asked for before the tests of the interface.
        return _interleave_missing(name)
    try:
        return __import__(name, globals(), {}, ['*']) if '.' in name else __import__(name)
    except ImportError as error:
        raise unittest.SkipTest(f'needs module {name}')


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False, **more):
    try:
        return __import__(name, globals(), {}, ['*']) if '.' in name else __import__(name)
    except ImportError:
        return None


@contextlib.contextmanager
def isolated_modules():
    yield


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return _interleave_missing(f'test.support.import_helper.{name}')
