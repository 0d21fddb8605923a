"""pathlib: paths as objects, over the file system in memory."""

import fnmatch as _fnmatch
import io as _io
import os as _os
import stat as _stat
from collections.abc import Sequence as _Sequence

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


class _Parents(_Sequence):
    def __init__(self, path):
        self._class = type(path)
        self._drive, self._root = path.drive, path.root
        self._parts = path._parts

    def __len__(self):
        return len(self._parts) - (1 if self._drive or self._root else 0)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._class._from_parts(self._drive, self._root, self._parts[:len(self._parts) - index - 1])

    def __repr__(self):
        return f"<{self._class.__name__}.parents>"


class PurePath:
    """A path that does not look at the file system."""

    _sep = '/'
    _folds_case = False

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        pieces = []
        for arg in args:
            if isinstance(arg, PurePath):
                text = str(arg) if type(arg)._sep == self._sep else arg.as_posix()
            else:
                text = _os.fspath(arg)
                if not isinstance(text, str):
                    raise TypeError("argument should be a str object or an os.PathLike object returning str, not "
                                    f"{type(text)!r}")
            pieces.append(text)
        self.drive, self.root, self._parts = self._parse(pieces)

    @classmethod
    def _from_parts(cls, drive, root, parts):
        self = object.__new__(cls)
        self.drive, self.root, self._parts = drive, root, list(parts)
        return self

    @classmethod
    def _parse(cls, pieces):
        path = ''
        for text in pieces:
            if text.startswith('/'):
                path = text
            elif text:
                path = path + '/' + text if path and not path.endswith('/') else path + text
        root = ''
        if path.startswith('/'):
            root = '//' if path.startswith('//') and not path.startswith('///') else '/'
        parts = [part for part in path.split('/') if part and part != '.']
        return '', root, [root, *parts] if root else parts

    def __reduce__(self):
        return (self.__class__, tuple(self._parts))

    def __str__(self):
        if self.drive or self.root:
            return self.drive + self.root + self._sep.join(self._parts[1:])
        return self._sep.join(self._parts) or '.'

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self).replace(self._sep, '/')

    def __bytes__(self):
        return _os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return 'file://' + quote_from_bytes(_os.fsencode(self.as_posix()))

    def _key(self):
        return [part.lower() for part in self._parts] if self._folds_case else self._parts

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() == other._key() and self._sep == other._sep

    def __hash__(self):
        return hash(tuple(self._key()))

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._sep == other._sep

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    @property
    def anchor(self):
        return self.drive + self.root

    @property
    def name(self):
        if len(self._parts) == (1 if self.drive or self.root else 0):
            return ''
        return self._parts[-1]

    @property
    def suffix(self):
        name = self.name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind('.')
        return name[:at] if 0 < at < len(name) - 1 else name

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or self._sep in name or name == '.':
            raise ValueError(f"Invalid name {name!r}")
        return self._from_parts(self.drive, self.root, [*self._parts[:-1], name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if self._sep in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        return self._from_parts(self.drive, self.root, [*self._parts[:-1], (name[:-len(old)] if old else name) + suffix])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)(*other)
        own, parts = self._key(), base._key()
        if own[:len(parts)] != parts or base.root and not self.root:
            formatted = str(base)
            raise ValueError(f"{str(self)!r} is not in the subpath of {formatted!r} OR one path is relative and the other is "
                             "absolute.")
        count = len(parts)
        if count == 0:
            return self._from_parts(self.drive, self.root, self._parts)
        return self._from_parts('', '', self._parts[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    @property
    def parts(self):
        return tuple(self._parts)

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __truediv__(self, key):
        try:
            return type(self)(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        if len(self._parts) == (1 if self.drive or self.root else 0) or not self._parts:
            return self
        return self._from_parts(self.drive, self.root, self._parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self.root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        wanted = type(self)(path_pattern)
        pattern = wanted._key()
        if not pattern:
            raise ValueError("empty pattern")
        parts = self._key()
        if wanted.root:
            if len(pattern) != len(parts):
                return False
        elif len(pattern) > len(parts):
            return False
        return all(_fnmatch.fnmatchcase(part, part_pattern)
                   for part, part_pattern in zip(reversed(parts), reversed(pattern)))

    def __class_getitem__(cls, item):
        return cls


_os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    _sep = '\\'
    _folds_case = True

    @classmethod
    def _parse(cls, pieces):
        drive = root = ''
        parts = []
        for text in pieces:
            text = text.replace('/', '\\')
            own_drive = text[:2] if len(text) > 1 and text[1] == ':' else ''
            rest = text[len(own_drive):]
            if rest.startswith('\\') or own_drive and own_drive.lower() != drive.lower():
                parts = []
                root = '\\' if rest.startswith('\\') else ''
            drive = own_drive or drive
            parts.extend(part for part in rest.split('\\') if part and part != '.')
        return drive, root, [drive + root, *parts] if drive or root else parts

    def is_absolute(self):
        return bool(self.drive and self.root)


class Path(PurePath):
    """A path into the file system."""

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        PurePath.__init__(self, *args)

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    def samefile(self, other_path):
        return _os.path.samefile(self, other_path)

    def iterdir(self):
        for name in _os.listdir(self):
            yield self._from_parts(self.drive, self.root, [*self._parts, name])

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        wanted = type(self)(pattern)
        if wanted.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        seen = set()
        for found in self._select(wanted._parts):
            if found not in seen:
                seen.add(found)
                yield found

    def rglob(self, pattern):
        wanted = type(self)(pattern)
        if wanted.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        seen = set()
        for found in self._select(['**', *wanted._parts]):
            if found not in seen:
                seen.add(found)
                yield found

    def _select(self, parts):
        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == '**':
            if self.is_dir():
                yield from self._select(rest)
                for child in self._children():
                    if child.is_dir():
                        yield from child._select(parts)
            return
        if '**' in part:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        if any(c in part for c in '*?['):
            for child in self._children():
                if _fnmatch.fnmatchcase(child.name, part) and (not rest or child.is_dir()):
                    yield from child._select(rest)
            return
        child = self / part
        if child.exists():
            yield from child._select(rest)

    def _children(self):
        try:
            return list(self.iterdir())
        except OSError:
            return []

    def absolute(self):
        return self if self.is_absolute() else type(self)(_os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(_os.path.realpath(self, strict=strict))

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self)

    def lstat(self):
        return _os.stat(self)

    def owner(self):
        self.stat()
        return 'user'

    group = owner

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return _io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open('r', encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        view = bytes(memoryview(data))
        with self.open('wb') as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open('w', encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def readlink(self):
        return type(self)(_os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, 'File exists', str(self))
            _os.utime(self)
            return
        self.open('a').close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            _os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            _os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        _os.rmdir(self)

    def rename(self, target):
        _os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        _os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        _os.symlink(target, self)

    def hardlink_to(self, target):
        _os.link(target, self)

    def exists(self):
        return _os.path.exists(self)

    def is_dir(self):
        return _os.path.isdir(self)

    def is_file(self):
        return _os.path.isfile(self)

    def is_mount(self):
        return _os.path.ismount(self)

    def is_symlink(self):
        return False

    is_socket = is_fifo = is_block_device = is_char_device = is_symlink

    def expanduser(self):
        if not self.root and self._parts and self._parts[0][:1] == '~':
            home = _os.path.expanduser(self._parts[0])
            if home[:1] == '~':
                raise RuntimeError("Could not determine home directory.")
            return type(self)(home, *self._parts[1:])
        return self


class PosixPath(Path, PurePosixPath):
    pass


class WindowsPath(Path, PureWindowsPath):
    def __new__(cls, *args, **kwargs):
        raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
