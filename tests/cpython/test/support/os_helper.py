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


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return _interleave_missing(f'test.support.os_helper.{name}')
