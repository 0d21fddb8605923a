"""os: the simulated machine under the program. The natives are in `modules/os.rs`, files in `_fs.py`."""

import _fs
import posixpath as path
import sys as _sys
from _fs import absolute as _absolute, text_of as _text
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from collections.abc import MutableMapping as _MutableMapping

_sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
sep = path.sep
pardir = path.pardir
curdir = path.curdir
extsep = path.extsep
altsep = path.altsep
pathsep = path.pathsep
defpath = '/bin:/usr/bin'
devnull = path.devnull
error = OSError
supports_follow_symlinks = supports_fd = supports_dir_fd = supports_effective_ids = frozenset()
EX_OK = 0
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK = 0, 1, 2, 64, 128, 512, 1024, 2048
P_WAIT, P_NOWAIT = 0, 1
WNOHANG = 1


class _Environ(_MutableMapping):
    """The environment: names and values are text."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        return self._data[self._checked(key)]

    def __setitem__(self, key, value):
        self._data[self._checked(key)] = self._checked(value)

    def __delitem__(self, key):
        del self._data[self._checked(key)]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        shown = ', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())
        return f'environ({{{shown}}})'

    def _checked(self, text):
        if not isinstance(text, str):
            raise TypeError(f"str expected, not {type(text).__name__}")
        return text

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        return {**self, **other}

    def __ror__(self, other):
        return {**other, **self}


environ = _Environ({'HOME': _fs.HOME, 'LANG': 'C.UTF-8', 'LOGNAME': 'user', 'PATH': '/usr/local/bin:/usr/bin:/bin',
                    'PWD': _fs.HOME, 'SHELL': '/bin/bash', 'USER': 'user'})

_environ_at_start = dict(environ)


def _changed_environ():
    """What a process that is spawned has to know: new values by name, None for those that are gone."""
    changed = {name: None for name in _environ_at_start if name not in environ}
    changed.update({name: value for name, value in environ.items() if _environ_at_start.get(name) != value})
    return changed


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None


class PathLike(_ABC):
    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in base.__dict__ for base in subclass.__mro__)
        return NotImplemented

    def __class_getitem__(cls, item):
        return cls


# -- the user and the machine

def getlogin():
    return environ['USER']


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getgroups():
    return [1000]


def umask(mask, /):
    return 0o022


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        return ("posix.uname_result(sysname={!r}, nodename={!r}, release={!r}, version={!r}, machine={!r})").format(*self)


def uname():
    return uname_result(('Linux', 'interleave', '6.0.0-interleave', '#1 SMP', 'x86_64'))


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def getloadavg():
    return (0.0, 0.0, 0.0)


def get_terminal_size(fd=1, /):
    raise OSError(25, 'Inappropriate ioctl for device')


class times_result(tuple):
    user = property(lambda self: self[0])
    system = property(lambda self: self[1])
    children_user = property(lambda self: self[2])
    children_system = property(lambda self: self[3])
    elapsed = property(lambda self: self[4])


def times():
    from time import monotonic, process_time
    return times_result((process_time(), 0.0, 0.0, 0.0, monotonic()))


def system(command):
    raise NotImplementedError(f"os.system({command!r}): there are no other programs to run here")


def popen(cmd, mode='r', buffering=-1):
    raise NotImplementedError(f"os.popen({cmd!r}): there are no other programs to run here")


def abort():
    _exit(134)


def strerror(code, /):
    known = {1: 'Operation not permitted', 2: 'No such file or directory', 3: 'No such process', 4: 'Interrupted system call',
             5: 'Input/output error', 9: 'Bad file descriptor', 10: 'No child processes',
             11: 'Resource temporarily unavailable', 12: 'Cannot allocate memory', 13: 'Permission denied', 17: 'File exists',
             20: 'Not a directory', 21: 'Is a directory', 22: 'Invalid argument', 28: 'No space left on device',
             32: 'Broken pipe', 39: 'Directory not empty', 98: 'Address already in use', 104: 'Connection reset by peer',
             110: 'Connection timed out', 111: 'Connection refused'}
    errno = _sys.modules.get('errno')
    if errno is not None:
        known = errno._TEXTS
    return known.get(code, f'Unknown error {code}')


# -- files and folders

def getcwd():
    return _fs.get_cwd()


def getcwdb():
    return _fs.get_cwd().encode()


def chdir(path, /):
    _fs.change_cwd(_absolute(_text(path)), _text(path))
    environ['PWD'] = _fs.get_cwd()


def listdir(path='.'):
    given, shown = path, _text('.' if path is None else path)
    path = _absolute(shown)
    if not _fs.is_folder(path):
        if _fs.is_file(path):
            raise NotADirectoryError(20, 'Not a directory', shown)
        raise _fs.missing(shown)
    names = _fs.entries(path)
    return [name.encode() for name in names] if isinstance(given, bytes) else names


class stat_result(tuple):
    """Ten numbers, and the times once more as floats and in nanoseconds."""

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_blksize = 4096

    @property
    def st_mtime_ns(self):
        return self._nanos

    st_atime_ns = st_ctime_ns = st_mtime_ns

    @property
    def st_mtime(self):
        return self._nanos / 1e9

    st_atime = st_ctime = st_mtime

    @property
    def st_blocks(self):
        return (self[6] + 511) // 512

    def __repr__(self):
        names = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')
        return f"os.stat_result({', '.join(f'{name}={value}' for name, value in zip(names, self))})"


def _stat_of(path, shown):
    if _fs.is_folder(path):
        mode, size, links = 0o040755, 4096, 2
    elif _fs.is_file(path):
        mode, size, links = 0o100644, _fs.size_of(path), 1
    else:
        parent = path.rpartition('/')[0]
        if parent and _fs.is_file(parent):
            raise NotADirectoryError(20, 'Not a directory', shown)
        raise _fs.missing(shown)
    mode = mode & ~0o7777 | _fs._modes.get(path, mode & 0o7777)
    nanos = _fs.time_of(path)
    seconds = nanos // 1_000_000_000
    number = 0
    for c in path:
        number = (number * 31 + ord(c)) & 0xffffff
    made = stat_result((mode, number, 2049, links, 1000, 1000, size, seconds, seconds, seconds))
    made._nanos = nanos
    return made


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        raise OSError(9, 'Bad file descriptor')
    return _stat_of(_absolute(_text(path)), _text(path))


def lstat(path, *, dir_fd=None):
    return stat(path)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    path = _absolute(_text(path))
    if not _fs.exists(path):
        return False
    return not mode & X_OK or _fs.is_folder(path) or bool(_fs._modes.get(path, 0) & 0o100)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    stat(path)
    _fs._modes[_absolute(_text(path))] = mode & 0o7777


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    stat(path)
    name = _absolute(_text(path))
    if ns is not None:
        _fs._times[name] = ns[1]
    elif times is not None:
        _fs._times[name] = int(times[1] * 1e9)
    else:
        _fs.touched(name)


def mkdir(path, mode=0o777, *, dir_fd=None):
    _fs.make_folder(_absolute(_text(path)), _text(path))


def makedirs(name, mode=0o777, exist_ok=False):
    shown = _text(name)
    whole = _absolute(_text(name))
    parts = whole.strip('/').split('/')
    for at in range(1, len(parts)):
        folder = '/' + '/'.join(parts[:at])
        if not _fs.is_folder(folder):
            if _fs.is_file(folder):
                raise NotADirectoryError(20, 'Not a directory', shown)
            _fs.make_folder(folder, folder)
    if _fs.is_folder(whole) and exist_ok:
        return
    _fs.make_folder(whole, shown)


def rmdir(path, *, dir_fd=None):
    _fs.remove_folder(_absolute(_text(path)), _text(path))


def removedirs(name):
    rmdir(name)
    head = path.dirname(_absolute(_text(name)))
    while head != '/' and not _fs.entries(head):
        rmdir(head)
        head = path.dirname(head)


def remove(path, *, dir_fd=None):
    _fs.remove(_absolute(_text(path)), _text(path))


unlink = remove


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _fs.rename(_absolute(_text(src)), _absolute(_text(dst)), _text(src), _text(dst))


replace = rename


def renames(old, new):
    head = path.dirname(_text(new))
    if head and not path.exists(head):
        makedirs(head)
    rename(old, new)


def truncate(path, length):
    name = _absolute(_text(path))
    if not _fs.is_file(name):
        raise _fs.missing(path)
    _fs.truncate(name, length)


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    raise PermissionError(1, 'Operation not permitted', src, None, dst)


link = symlink


def readlink(path, *, dir_fd=None):
    stat(path)
    raise OSError(22, 'Invalid argument', path)


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return stat(self.path).st_ino


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    folder = _text('.' if path is None else path)
    return _Scan([DirEntry(folder, name) for name in listdir(path)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return
    folders = [name for name in names if path.isdir(path.join(top, name))]
    files = [name for name in names if name not in folders]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def fsync(fd):
    pass


def sync():
    pass


# -- descriptors: the standard streams, pipes and what `open` gave

_descriptors = {}


def _stream(fd):
    if fd not in _descriptors:
        raise OSError(9, 'Bad file descriptor')
    return _descriptors[fd]


class _DescriptorFile:
    def __init__(self, file):
        self.file = file


def open(path, flags, mode=0o777, *, dir_fd=None):
    import io
    name = _absolute(_text(path))
    there = _fs.is_file(name)
    if flags & O_CREAT:
        if there and flags & O_EXCL:
            raise FileExistsError(17, 'File exists', path)
        if not there:
            _fs.check_parent(name, path)
            _fs.store(name, b'')
    elif not there:
        raise _fs.missing(path)
    if flags & O_TRUNC and there:
        _fs.store(name, b'')
    access = flags & 3
    made = io.open(path, 'ab' if flags & O_APPEND else 'rb' if access == O_RDONLY else 'r+b')
    _descriptors[made.fileno()] = made
    return made.fileno()


def fdopen(fd, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import io
    inner = _descriptors.get(fd)
    if inner is None:
        from _pipes import open_pipe
        return open_pipe(fd, mode, encoding, errors, newline)
    return inner if 'b' in mode else io.TextIOWrapper(inner, encoding, errors, newline)


def read(fd, length, /):
    return _stream(fd).read(length)


def write(fd, data, /):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if fd in (1, 2):
        (_sys.__stdout__ if fd == 1 else _sys.__stderr__).write(bytes(data).decode('utf-8', 'replace'))
        return len(data)
    return _stream(fd).write(data)


def lseek(fd, position, how, /):
    return _stream(fd).seek(position, how)


def close(fd, /):
    _stream(fd).close()
    del _descriptors[fd]


def fstat(fd):
    return _stat_of(_stream(fd)._path, fd)


def isatty(fd, /):
    return False


def dup(fd, /):
    return fd


def get_exec_path(env=None):
    return (env or environ).get('PATH', defpath).split(':')


def device_encoding(fd):
    return None


def getpgid(pid):
    return pid or getpid()


def getpgrp():
    return getpid()


def getsid(pid, /):
    return pid or getpid()


# ---- priorities: on Linux they belong to threads, whatever the documentation says of processes

PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2


def _priority_of(which, who, *value):
    if which not in (PRIO_PROCESS, PRIO_PGRP, PRIO_USER):
        raise OSError(22, 'Invalid argument')
    if which != PRIO_PROCESS:
        who = 0
    try:
        return _priority(who, *value)
    except RuntimeError:
        raise ProcessLookupError(3, 'No such process') from None


def getpriority(which, who):
    return _priority_of(which, who)


def setpriority(which, who, priority):
    priority = max(-20, min(19, priority))
    if priority < _priority_of(which, who):
        raise PermissionError(13, 'Permission denied')
    _priority_of(which, who, priority)


def nice(increment, /):
    if not isinstance(increment, int):
        raise TypeError(f"'{type(increment).__name__}' object cannot be interpreted as an integer")
    now = _priority(0)
    if increment < 0:
        raise PermissionError(1, 'Operation not permitted')
    return _priority(0, max(-20, min(19, now + increment)))


def sysconf(name, /):
    known = {'SC_PAGE_SIZE': 4096, 'SC_PAGESIZE': 4096, 'SC_NPROCESSORS_ONLN': cpu_count(), 'SC_NPROCESSORS_CONF': cpu_count(),
             'SC_CLK_TCK': 100, 'SC_PHYS_PAGES': 1 << 21, 'SC_OPEN_MAX': 1024, 'SC_SEM_NSEMS_MAX': -1}
    if name not in known:
        raise ValueError('unrecognized configuration name')
    return known[name]


def strerror(code, /):
    known = {1: 'Operation not permitted', 2: 'No such file or directory', 11: 'Resource temporarily unavailable',
             13: 'Permission denied', 17: 'File exists', 22: 'Invalid argument', 32: 'Broken pipe'}
    return known.get(code, f'Unknown error {code}')


# ---- other processes; the natives are in `modules/process.rs`

WNOHANG, WUNTRACED, WSTOPPED, WEXITED, WCONTINUED, WNOWAIT = 1, 2, 2, 4, 8, 0x1000000
P_ALL, P_PID, P_PGID, P_PIDFD = 0, 1, 2, 3
CLD_EXITED, CLD_KILLED, CLD_DUMPED, CLD_TRAPPED, CLD_STOPPED, CLD_CONTINUED = 1, 2, 3, 4, 5, 6
_before_fork, _in_parent, _in_child = [], [], []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    if before is None and after_in_child is None and after_in_parent is None:
        raise TypeError("At least one argument is required.")
    for hook, hooks in ((before, _before_fork), (after_in_parent, _in_parent), (after_in_child, _in_child)):
        if hook is not None:
            if not callable(hook):
                raise TypeError("'%s' must be callable, not %s" % (
                    'before' if hooks is _before_fork else 'after_in_parent' if hooks is _in_parent
                    else 'after_in_child', type(hook).__name__))
            hooks.append(hook)


def _fork_with_hooks(name, daemon, sentinel):
    from _process import _fork
    _fs.share()
    for hook in reversed(_before_fork):
        hook()
    pid = _fork(name, daemon, sentinel)
    if pid:
        for hook in _in_parent:
            hook()
        return pid
    modules = _sys.modules
    if 'threading' in modules:
        modules['threading']._after_fork()
    if 'random' in modules:
        modules['random'].seed()
    for hook in _in_child:
        hook()
    return 0


def fork():
    return _fork_with_hooks('', False, None)


# How children ended that `waitid` has told of and left (`WNOWAIT`), by process id.
_left = {}


def _waitpid(pid, options):
    """As `waitpid`, with the exit status or the negative signal itself."""
    if _left:
        if pid <= 0:
            pid = next(iter(_left))
        if pid in _left:
            return pid, _left.pop(pid)
    from _process import _wait
    return _wait(pid if pid > 0 else None, not options & WNOHANG)


class _Fields(tuple):
    def __repr__(self):
        fields = ', '.join(f'{name}={value!r}' for name, value in zip(self._names, self))
        return f'{type(self).__module__}.{type(self).__name__}({fields})'

    def __init_subclass__(cls):
        cls.__module__ = cls._of
        for at, name in enumerate(cls._names):
            setattr(cls, name, property(lambda self, at=at: self[at]))


class waitid_result(_Fields):
    _of, _names = 'posix', ('si_pid', 'si_uid', 'si_signo', 'si_status', 'si_code')


def waitid(idtype, id, options, /):
    if not options & (WEXITED | WSTOPPED | WCONTINUED) or idtype not in (P_ALL, P_PID, P_PGID):
        raise OSError(22, 'Invalid argument')
    pid, code = _waitpid(id if idtype == P_PID else -1, options)
    if not pid:
        return None
    if options & WNOWAIT:
        _left[pid] = code
    return waitid_result((pid, getuid(), 17, abs(code), CLD_KILLED if code < 0 else CLD_EXITED))


def waitpid(pid, options, /):
    pid, code = _waitpid(pid, options)
    return pid, -code if code < 0 else code << 8


def wait():
    return waitpid(-1, 0)


def wait3(options):
    return wait4(-1, options)


class struct_rusage(_Fields):
    _of = 'resource'
    _names = ('ru_utime', 'ru_stime', 'ru_maxrss', 'ru_ixrss', 'ru_idrss', 'ru_isrss', 'ru_minflt', 'ru_majflt', 'ru_nswap',
              'ru_inblock', 'ru_oublock', 'ru_msgsnd', 'ru_msgrcv', 'ru_nsignals', 'ru_nvcsw', 'ru_nivcsw')


def wait4(pid, options):
    # What a child has used is not kept.
    return (*waitpid(pid, options), struct_rusage((0.0, 0.0, *(0 for _ in range(14)))))


def waitstatus_to_exitcode(status):
    return status >> 8 if WIFEXITED(status) else -(status & 0x7f)


def WIFEXITED(status):
    return status & 0x7f == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xff


def WIFSIGNALED(status):
    return 0 < status & 0x7f < 0x7f


def WTERMSIG(status):
    return status & 0x7f


def WIFCONTINUED(status):
    return status == 0xffff


def WSTOPSIG(status):
    return status >> 8 & 0xff


def WIFSTOPPED(status):
    return status & 0xff == 0x7f


def WCOREDUMP(status):
    return False


def kill(pid, signal, /):
    from _process import _kill
    _kill(pid, int(signal))


def abort():
    kill(getpid(), 6)


_file_read, _file_write, _file_close = read, write, close


def pipe():
    from _process import _pipe
    return _pipe(False)


def read(fd, n, /):
    if fd in _descriptors:
        return _file_read(fd, n)
    from _process import _read
    return _read(fd, n)


def write(fd, data, /):
    if fd in (1, 2):
        stream = _sys.__stdout__ if fd == 1 else _sys.__stderr__
        stream.write(bytes(data).decode('utf-8', 'replace'))
        stream.flush()
        return len(data)
    if fd in _descriptors:
        return _file_write(fd, data)
    from _process import _write
    return _write(fd, data)


def close(fd):
    if fd in _descriptors:
        return _file_close(fd)
    from _process import _close
    _close(fd)


def dup(fd, /):
    if fd in _descriptors or fd < 3:
        return fd
    from _process import _duplicate
    return _duplicate(fd)


def closerange(fd_low, fd_high, /):
    for fd in range(fd_low, fd_high):
        try:
            close(fd)
        except OSError:
            pass


def set_inheritable(fd, inheritable, /):
    pass


def get_inheritable(fd, /):
    return False
