"""_fs: the file system in memory: paths, folders, times, errors. It is empty at the start but for a few folders and the
program's own sources; nothing of it outlives the run. The natives are in `modules/files.rs`; a name ending in '/' is a folder."""

from _frames import _source
from time import time_ns

HOME = '/home/user'
_cwd = HOME
for _folder in ('/home/user/', '/tmp/'):
    _put(_folder, b'')
for _name, _data in _program():
    if _size(f'{HOME}/{_name}') is None:
        _put(f'{HOME}/{_name}', _data)


class _Facts:
    """A number for each path, kept with the files, since those are shared by all processes."""

    def __init__(self, prefix):
        self._prefix = prefix

    def get(self, path, default=None):
        data = _get(self._prefix + path)
        return default if data is None else int(data)

    def __setitem__(self, path, number):
        _put(self._prefix + path, str(number).encode())


_times = _Facts('\0time')
_modes = _Facts('\0mode')


def share():
    """There will be other processes: from now on, what one does with files comes in the order of time."""
    global share, _get, _put, _write, _truncate, _size, _remove, _names
    from _process import _in_order

    def ordered(native):
        def in_order(*args):
            _in_order()
            return native(*args)
        return in_order
    _get, _put, _write, _truncate = ordered(_get), ordered(_put), ordered(_write), ordered(_truncate)
    _size, _remove, _names = ordered(_size), ordered(_remove), ordered(_names)

    def share():
        pass


def text_of(path):
    """A path as text: str, bytes or anything with `__fspath__`."""
    if isinstance(path, str):
        return path
    if isinstance(path, bytes):
        return path.decode('utf-8', 'replace')
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return text_of(method(path))


def absolute(path):
    """The one name of a file or folder: from the root, without '.', '..' and a slash at the end."""
    if not path:
        raise FileNotFoundError(2, 'No such file or directory', path)
    if '\0' in path:
        raise ValueError('embedded null byte')
    if not path.startswith('/'):
        path = _cwd + '/' + path
    parts = []
    for part in path.split('/'):
        if part == '..':
            if parts:
                parts.pop()
        elif part and part != '.':
            parts.append(part)
    return '/' + '/'.join(parts)


def program_text(path):
    """The text of one of the program's own files, or None."""
    name = path[len(_cwd) + 1:] if path.startswith(_cwd + '/') else path
    text = _source(name)
    return _source(path) if text is None else text


def is_folder(path):
    return path == '/' or bool(_names(path + '/'))


def is_file(path):
    return _size(path) is not None or path == '/dev/null' or program_text(path) is not None


def exists(path):
    return is_file(path) or is_folder(path)


def read(path):
    """The bytes of a file, or None."""
    data = _get(path)
    if data is None:
        if path == '/dev/null':
            return b''
        text = program_text(path)
        if text is not None:
            return text.encode()
    return data


def size_of(path):
    size = _size(path)
    if size is None:
        data = read(path)
        return None if data is None else len(data)
    return size


def touched(path):
    _times[path] = time_ns()


def store(path, data):
    if path != '/dev/null':
        _put(path, data)
        touched(path)


def write_at(path, at, data):
    """Writes bytes at a position, or at the end (None); where that ended."""
    if path == '/dev/null':
        return (at or 0) + len(data)
    if _size(path) is None:
        # a source of the program that is written to becomes a file
        text = program_text(path)
        if text is not None:
            _put(path, text.encode())
    touched(path)
    return _write(path, at, data)


def truncate(path, size):
    if path != '/dev/null':
        _truncate(path, size)
        touched(path)


def problem(kind, number, text, *names):
    if len(names) == 2:
        return kind(number, text, names[0], None, names[1])
    return kind(number, text, *names)


def missing(path):
    return FileNotFoundError(2, 'No such file or directory', path)


def check_parent(path, shown):
    """The folder a file is made in must be there."""
    parent = path.rpartition('/')[0] or '/'
    if not is_folder(parent):
        if is_file(parent):
            raise NotADirectoryError(20, 'Not a directory', shown)
        raise missing(shown)


def make_folder(path, shown):
    if exists(path):
        raise FileExistsError(17, 'File exists', shown)
    check_parent(path, shown)
    _put(path + '/', b'')
    touched(path)
    touched(path.rpartition('/')[0] or '/')


def entries(path):
    """Names in a folder, sorted."""
    base = '/' if path == '/' else path + '/'
    found = []
    for name in _names(base):
        entry = name[len(base):].partition('/')[0]
        if entry and (not found or found[-1] != entry):
            found.append(entry)
    return sorted(set(found))


def remove(path, shown):
    if is_folder(path):
        raise IsADirectoryError(21, 'Is a directory', shown)
    if not _remove(path):
        if path.rpartition('/')[0] and is_file(path.rpartition('/')[0]):
            raise NotADirectoryError(20, 'Not a directory', shown)
        raise missing(shown)
    _keep_folder(path)


def _keep_folder(path):
    """A folder that became empty stays."""
    parent = path.rpartition('/')[0]
    if parent and not _names(parent + '/'):
        _put(parent + '/', b'')


def remove_folder(path, shown):
    if not is_folder(path):
        if is_file(path):
            raise NotADirectoryError(20, 'Not a directory', shown)
        raise missing(shown)
    if entries(path):
        raise OSError(39, 'Directory not empty', shown)
    _remove(path + '/')
    _keep_folder(path)


def rename(old, new, shown_old, shown_new):
    if is_file(old):
        if is_folder(new):
            raise problem(IsADirectoryError, 21, 'Is a directory', shown_old, shown_new)
        if old != new:
            if not is_folder(new.rpartition('/')[0] or '/'):
                raise problem(FileNotFoundError, 2, 'No such file or directory', shown_old, shown_new)
            _put(new, read(old))
            _times[new] = _times.get(old, 0)
            _remove(old)
            _keep_folder(old)
        return
    if not is_folder(old):
        raise problem(FileNotFoundError, 2, 'No such file or directory', shown_old, shown_new)
    if is_file(new):
        raise problem(NotADirectoryError, 20, 'Not a directory', shown_old, shown_new)
    if new == old:
        return
    if new.startswith(old + '/'):
        raise problem(OSError, 22, 'Invalid argument', shown_old, shown_new)
    if is_folder(new) and entries(new):
        raise problem(OSError, 39, 'Directory not empty', shown_old, shown_new)
    for name in _names(old + '/'):
        _put(new + name[len(old):], _get(name))
        _remove(name)
    _keep_folder(old)


def time_of(path):
    """Nanoseconds since the epoch of the last change."""
    if _times.get(path) is None:
        _times[path] = time_ns()
    return _times.get(path)


def get_cwd():
    return _cwd


def change_cwd(path, shown):
    global _cwd
    if not is_folder(path):
        if is_file(path):
            raise NotADirectoryError(20, 'Not a directory', shown)
        raise missing(shown)
    _cwd = path
