"""os: the simulated machine under the program. The natives are in `modules/os.rs`."""

import posixpath as path
import sys as _sys

_sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
sep = path.sep
pardir = path.pardir
curdir = path.curdir
extsep = path.extsep
altsep = path.altsep
pathsep = path.pathsep
devnull = path.devnull
error = OSError
environ = {'HOME': '/', 'LANG': 'C.UTF-8', 'PATH': '/usr/bin:/bin', 'PWD': '/', 'SHELL': '/bin/sh', 'USER': 'user'}
EX_OK = 0
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getcwd():
    return '/'


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None


def getlogin():
    return environ['USER']


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def listdir(path='.'):
    base = _sys.modules['os.path'].abspath(path).rstrip('/') + '/'
    names = []
    for file in _file_names():
        if file.startswith(base):
            entry = file[len(base):].split('/')[0]
            if entry not in names:
                names.append(entry)
    if not names and base != '/':
        raise FileNotFoundError(2, 'No such file or directory', path)
    return names


def remove(path, *, dir_fd=None):
    if not _remove_file(_sys.modules['os.path'].abspath(path)):
        raise FileNotFoundError(2, 'No such file or directory', path)


unlink = remove


def strerror(code, /):
    known = {1: 'Operation not permitted', 2: 'No such file or directory', 11: 'Resource temporarily unavailable',
             13: 'Permission denied', 17: 'File exists', 22: 'Invalid argument', 32: 'Broken pipe'}
    return known.get(code, f'Unknown error {code}')
