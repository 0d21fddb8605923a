"""io: files in memory."""

_file_get = _native._file_get
_file_put = _native._file_put

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def flush(self):
        self._check_open()

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return True

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class _Memory:
    """Reading and writing at a position of `_data`, which is text or bytes in a list of one."""

    def readable(self):
        self._check_open()
        return self._can_read

    def writable(self):
        self._check_open()
        return self._can_write

    def tell(self):
        self._check_open()
        return self._at

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 1:
            offset += self._at
        elif whence == 2:
            offset += len(self._data)
        if offset < 0:
            raise ValueError(f'negative seek position {offset}')
        self._at = offset
        return offset

    def read(self, size=-1):
        self._check_open()
        if not self._can_read:
            raise UnsupportedOperation('not readable')
        end = len(self._data) if size is None or size < 0 else self._at + size
        part = self._data[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1):
        self._check_open()
        if not self._can_read:
            raise UnsupportedOperation('not readable')
        found = self._data.find(self._newline, self._at)
        end = len(self._data) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = self._data[self._at:end]
        self._at += len(part)
        return part

    def _put(self, part):
        data = self._data
        at = len(data) if self._append else self._at
        if at == len(data):
            self._data = data + part
        else:
            if at > len(data):
                data = data + self._padding * (at - len(data))
            self._data = data[:at] + part + data[at + len(part):]
        self._at = at + len(part)
        return len(part)

    def truncate(self, size=None):
        self._check_open()
        size = self._at if size is None else size
        self._data = self._data[:size]
        return size


class StringIO(_Memory, TextIOBase):
    _newline = '\n'
    _padding = '\0'
    _can_read = _can_write = True
    _append = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._data = initial_value or ''
        self._at = 0

    def getvalue(self):
        self._check_open()
        return self._data

    def write(self, s):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        return self._put(s)


class BytesIO(_Memory, BufferedIOBase):
    _newline = b'\n'
    _padding = b'\0'
    _can_read = _can_write = True
    _append = False

    def __init__(self, initial_bytes=b''):
        self._data = bytes(initial_bytes or b'')
        self._at = 0

    def getvalue(self):
        self._check_open()
        return self._data

    def getbuffer(self):
        return memoryview(self._data)

    def write(self, b):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))


class _StoredFile(_Memory):
    """A file of the in-memory file system; what was written is there after flush or close."""

    def _open(self, path, name, mode, data):
        self.name = name
        self.mode = mode
        self._path = path
        self._data = data
        self._at = 0
        self._append = 'a' in mode
        self._can_read = 'r' in mode or '+' in mode
        self._can_write = 'r' not in mode or '+' in mode
        self._changed = False

    def flush(self):
        self._check_open()
        if self._changed:
            self._changed = False
            _file_put(self._path, self._stored())

    def fileno(self):
        return 3

    def _writing(self):
        self._check_open()
        if not self._can_write:
            raise UnsupportedOperation('write' if isinstance(self, BufferedIOBase) else 'not writable')
        self._changed = True


class TextIOWrapper(_StoredFile, TextIOBase):
    _newline = '\n'
    _padding = '\0'

    def __init__(self, path, name, mode, data, encoding, errors):
        self.encoding = 'UTF-8' if encoding is None else encoding
        self.errors = 'strict' if errors is None else errors
        text = data.decode(self.encoding, self.errors)
        self._open(path, name, mode, text.replace('\r\n', '\n'))

    def _stored(self):
        return self._data.encode(self.encoding, self.errors)

    def write(self, s):
        self._writing()
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        return self._put(s)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


class _BinaryFile(_StoredFile, BufferedIOBase):
    _newline = b'\n'
    _padding = b'\0'

    def __init__(self, path, name, mode, data):
        self._open(path, name, mode, data)

    def _stored(self):
        return self._data

    def write(self, b):
        self._writing()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"


class BufferedReader(_BinaryFile):
    pass


class BufferedWriter(_BinaryFile):
    pass


class BufferedRandom(_BinaryFile):
    pass


def _normal(path):
    parts = []
    for part in path.split('/'):
        if part == '..':
            if parts:
                parts.pop()
        elif part not in ('', '.'):
            parts.append(part)
    return ('/' if path.startswith('/') else '') + '/'.join(parts)


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    name = file.__fspath__() if hasattr(file, '__fspath__') else file
    if isinstance(name, bytes):
        name = name.decode()
    if not isinstance(name, str):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
    kinds = [c for c in mode if c in 'rwax']
    if len(mode) != len(set(mode)) or [c for c in mode if c not in 'rwaxbt+']:
        raise ValueError(f"invalid mode: {mode!r}")
    if len(kinds) != 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    binary = 'b' in mode
    if binary and 't' in mode:
        raise ValueError("can't have text and binary mode at once")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    path = _normal(name)
    data = _file_get(path)
    kind = kinds[0]
    if kind == 'r':
        if data is None:
            raise FileNotFoundError(2, 'No such file or directory', name)
    elif kind == 'x':
        if data is not None:
            raise FileExistsError(17, 'File exists', name)
        data = b''
        _file_put(path, data)
    elif kind == 'w' or data is None:
        data = b''
        _file_put(path, data)
    if not binary:
        result = TextIOWrapper(path, name, mode, data, encoding, errors)
    elif '+' in mode:
        result = BufferedRandom(path, name, mode, data)
    elif kind == 'r':
        result = BufferedReader(path, name, mode, data)
    else:
        result = BufferedWriter(path, name, mode, data)
    if kind == 'a':
        result._at = len(result._data)
    return result
