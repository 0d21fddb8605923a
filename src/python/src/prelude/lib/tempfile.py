"""tempfile: files and folders with names nobody else has. The names come from the run's seed."""

import io as _io
import os as _os
import shutil as _shutil

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp', 'mktemp',
           'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']
TMP_MAX = 10000
template = 'tmp'
tempdir = None
_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def gettempdir():
    return tempdir or '/tmp'


def gettempdirb():
    return gettempdir().encode()


def _fresh(suffix, prefix, dir):
    dir = gettempdir() if dir is None else _os.fspath(dir)
    while True:
        letters = ''.join(_LETTERS[byte % len(_LETTERS)] for byte in _os.urandom(8))
        path = _os.path.abspath(_os.path.join(dir, (template if prefix is None else prefix) + letters + (suffix or '')))
        if not _os.path.exists(path):
            return path


def mktemp(suffix='', prefix=template, dir=None):
    return _fresh(suffix, prefix, dir)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _fresh(suffix, prefix, dir)
    return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _fresh(suffix, prefix, dir)
    _os.mkdir(path, 0o700)
    return path


class _TemporaryFileWrapper:
    """A file that goes away when it is closed."""

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete:
                try:
                    _os.unlink(self.name)
                except OSError:
                    pass


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True,
                       *, errors=None):
    path = _fresh(suffix, prefix, dir)
    file = _io.open(path, mode, buffering, encoding, errors, newline)
    return _TemporaryFileWrapper(file, path, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)


class SpooledTemporaryFile:
    """All of it stays in memory."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                 *, errors=None):
        self._file = _io.BytesIO() if 'b' in mode else _io.StringIO()
        self.mode = mode

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __enter__(self):
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return iter(self._file)

    def rollover(self):
        pass


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=self._ignore)
