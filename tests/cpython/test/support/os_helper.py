"""Files for tests: in memory."""

import contextlib
import os

TESTFN = TESTFN_ASCII = '@test_1_tmp'
TESTFN_UNICODE = TESTFN + '-àòɘŁğ'
FS_NONASCII = 'æ'
SAVEDCWD = '/'


class FakePath:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


def unlink(filename):
    try:
        os.unlink(filename)
    except (FileNotFoundError, NotADirectoryError):
        pass


rmtree = unlink


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        yield folder


class EnvironmentVarGuard:
    """Variables of the environment, until the end of the block."""

    def __enter__(self):
        self._before = dict(os.environ)
        return self

    def __exit__(self, *error):
        os.environ.clear()
        os.environ.update(self._before)

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        os.environ[name] = value

    def __delitem__(self, name):
        os.environ.pop(name, None)

    set = __setitem__
    unset = __delitem__


def skip_unless_working_chmod(test):
    return test


skip_if_dac_override = skip_unless_working_chmod


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return _interleave_missing(f'test.support.os_helper.{name}')
