"""shutil: copying, moving and removing files and trees in memory."""

import fnmatch
import os
import stat

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error',
           'SpecialFileError', 'disk_usage', 'which', 'get_terminal_size', 'ignore_patterns', 'SameFileError', 'chown']
COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while True:
        part = fsrc.read(length or COPY_BUFSIZE)
        if not part:
            break
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(src) and os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, 'rb') as source, open(dst, 'wb') as target:
        target.write(source.read())
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    found = os.stat(src)
    os.chmod(dst, stat.S_IMODE(found.st_mode))
    os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns))


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = copy(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignored(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    left_out = ignore(os.fspath(src), names) if ignore is not None else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        if os.path.isdir(source):
            copytree(source, target, symlinks, ignore, copy_function, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(source, target)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    try:
        if os.path.isfile(path):
            raise NotADirectoryError(20, 'Not a directory', path)
        for name in os.listdir(path):
            inner = os.path.join(path, name)
            if os.path.isdir(inner):
                rmtree(inner, ignore_errors, onerror)
            else:
                os.unlink(inner)
        os.rmdir(path)
    except OSError:
        if ignore_errors:
            return
        if onerror is None:
            raise
        import sys
        onerror(os.rmdir, path, sys.exc_info())


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        if os.path.samefile(src, dst):
            os.rename(src, dst)
            return dst
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    os.rename(src, real)
    return real


class _Usage(tuple):
    total = property(lambda self: self[0])
    used = property(lambda self: self[1])
    free = property(lambda self: self[2])

    def __repr__(self):
        return f'usage(total={self[0]}, used={self[1]}, free={self[2]})'


def disk_usage(path):
    os.stat(path)
    total = 64 * 1024 ** 3
    return _Usage((total, total // 4, total - total // 4))


def chown(path, user=None, group=None):
    os.stat(path)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    def number(name, default):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return default
    return _Size((number('COLUMNS', fallback[0]), number('LINES', fallback[1])))


class _Size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


os.terminal_size = _Size
