"""Other interpreters: there are none."""

import unittest


def _none(*args, **kwargs):
    raise unittest.SkipTest('needs other programs')


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = kill_python = make_script = _none


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return _interleave_missing(f'test.support.script_helper.{name}')
