"""io: streams: text and bytes in memory, and files of the in-memory file system (`_fs`).

What is written to a file is there at once, for every reader: there is no buffer to flush.
"""

import _fs
from abc import ABCMeta

__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase',
           'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase', 'TextIOWrapper',
           'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'text_encoding', 'DEFAULT_BUFFER_SIZE',
           'IncrementalNewlineDecoder']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
_next_fd = 3


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase(metaclass=ABCMeta):
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

    _checkClosed = _check_open

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def flush(self):
        self._check_open()

    def isatty(self):
        self._check_open()
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None):
        raise UnsupportedOperation('truncate')

    def readline(self, size=-1):
        parts = []
        total = 0
        while size is None or size < 0 or total < size:
            part = self.read(1)
            if not part:
                break
            parts.append(part)
            total += 1
            if part == b'\n' or part == '\n':
                break
        return b''.join(parts) if not parts or isinstance(parts[0], bytes) else ''.join(parts)

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
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        count = self.readinto(data)
        return None if count is None else bytes(data[:count])

    def readall(self):
        parts = []
        while True:
            part = self.read(DEFAULT_BUFFER_SIZE)
            if not part:
                return b''.join(parts)
            parts.append(part)


class BufferedIOBase(IOBase):
    def read1(self, size=-1):
        return self.read(size)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def detach(self):
        raise UnsupportedOperation('detach')


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None

    def detach(self):
        raise UnsupportedOperation('detach')


class _Memory:
    """Reading and writing at a position of `_data`, which is text or bytes."""

    def readable(self):
        self._check_open()
        return True

    def writable(self):
        self._check_open()
        return True

    def seekable(self):
        self._check_open()
        return True

    def tell(self):
        self._check_open()
        return self._at

    def seek(self, offset, whence=0, /):
        self._check_open()
        if not isinstance(offset, int):
            raise TypeError(f"'{type(offset).__name__}' object cannot be interpreted as an integer")
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if isinstance(self, TextIOBase):
            if whence and offset:
                raise OSError("Can't do nonzero cur-relative seeks")
            if not whence and offset < 0:
                raise ValueError(f'Negative seek position {offset}')
        elif not whence and offset < 0:
            raise ValueError(f'negative seek value {offset}')
        if whence == 1:
            offset += self._at
        elif whence == 2:
            offset += len(self._data)
        self._at = max(offset, 0)
        return self._at

    def read(self, size=-1, /):
        self._check_open()
        end = len(self._data) if size is None or size < 0 else self._at + size
        part = self._data[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check_open()
        found = self._data.find(self._newline, self._at)
        end = len(self._data) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = self._data[self._at:end]
        self._at += len(part)
        return part

    def _put(self, part):
        data = self._data
        at = self._at
        if at == len(data):
            self._data = data + part
        elif part:
            if at > len(data):
                data = data + self._padding * (at - len(data))
            self._data = data[:at] + part + data[at + len(part):]
        self._at = at + len(part)
        return len(part)

    def truncate(self, size=None, /):
        self._check_open()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f'Negative size value {size}' if isinstance(self, TextIOBase) else f'negative size value {size}')
        self._data = self._data[:size]
        return size

    def close(self):
        self.closed = True


class StringIO(_Memory, TextIOBase):
    _type_name_ = '_io.StringIO'
    _newline = '\n'
    _padding = '\0'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        text = initial_value or ''
        if newline is None:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        self._translate = newline is None
        self._data = text
        self._at = 0

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def getvalue(self):
        self._check_open()
        return self._data

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        if self._translate:
            self._put(s.replace('\r\n', '\n').replace('\r', '\n'))
            return len(s)
        return self._put(s)


class BytesIO(_Memory, BufferedIOBase):
    _type_name_ = '_io.BytesIO'
    _newline = b'\n'
    _padding = b'\0'

    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._data = bytes(initial_bytes or b'')
        self._at = 0

    def getvalue(self):
        self._check_open()
        return self._data

    def getbuffer(self):
        self._check_open()
        return memoryview(self._data)

    def write(self, b, /):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))

    def readall(self):
        return self.read()


def _take_fd():
    global _next_fd
    _next_fd += 1
    return _next_fd - 1


class _Stored:
    """An open file: its path, what may be done with it, and a position in bytes."""

    def _open(self, path, name, mode):
        self.name = name
        self.mode = mode
        self._path = path
        self._append = 'a' in mode
        self._can_read = 'r' in mode or '+' in mode
        self._can_write = 'r' not in mode or '+' in mode
        self._at = (_fs.size_of(path) or 0) if self._append else 0
        self._view = None
        self._fd = _take_fd()

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_io.{type(self).__name__}' object")

    def fileno(self):
        self._check_open()
        return self._fd

    def readable(self):
        self._check_open()
        return self._can_read

    def writable(self):
        self._check_open()
        return self._can_write

    def seekable(self):
        self._check_open()
        return True

    def _reading(self):
        self._check_open()
        if not self._can_read:
            raise UnsupportedOperation('not readable' if isinstance(self, TextIOBase) else 'read')

    def _writing(self):
        self._check_open()
        if not self._can_write:
            raise UnsupportedOperation('not writable' if isinstance(self, TextIOBase) else 'write')

    def _bytes(self):
        """The file as it was when it was last looked at; looked at again where that does not reach."""
        if self._view is None or self._at >= len(self._view):
            self._view = _fs.read(self._path) or b''
        return self._view

    def _store(self, data):
        self._view = None
        self._at = _fs.write_at(self._path, None if self._append else self._at, data)

    def truncate(self, size=None, /):
        self._writing()
        size = self.tell() if size is None else size
        _fs.truncate(self._path, size)
        self._view = None
        return size

    def close(self):
        self.closed = True
        self._view = None


class _Through(BufferedIOBase):
    """A buffer over another stream: everything goes through to it at once."""

    def __init__(self, raw, kind):
        self.raw = raw
        self._type_name_ = kind

    def __getattr__(self, name):
        return getattr(self.__dict__['raw'], name)

    def read(self, size=-1, /):
        return self.raw.read(size)

    def write(self, b, /):
        return self.raw.write(b)

    def seek(self, offset, whence=0, /):
        return self.raw.seek(offset, whence)

    def tell(self):
        return self.raw.tell()

    def truncate(self, size=None, /):
        return self.raw.truncate(size)

    def readline(self, size=-1, /):
        return self.raw.readline(size)

    def peek(self, size=0, /):
        at = self.raw.tell()
        data = self.raw.read()
        self.raw.seek(at)
        return data

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def flush(self):
        self.raw.flush()

    def close(self):
        self.raw.close()

    @property
    def closed(self):
        return self.raw.closed

    def detach(self):
        return self.raw


class _Binary(_Stored, BufferedIOBase):
    raw = None

    def __new__(cls, path, name=None, mode=None, **rest):
        if isinstance(path, IOBase):
            return _Through(path, cls._type_name_)
        return super().__new__(cls)

    def __init__(self, path, name, mode):
        self._open(path, name, mode)

    def tell(self):
        self._check_open()
        return self._at

    def seek(self, offset, whence=0, /):
        self._check_open()
        if whence == 1:
            offset += self._at
        elif whence == 2:
            offset += _fs.size_of(self._path) or 0
        if offset < 0:
            raise OSError(22, 'Invalid argument')
        self._view = None
        self._at = offset
        return offset

    def read(self, size=-1, /):
        self._reading()
        data = self._bytes()
        end = len(data) if size is None or size < 0 else self._at + size
        part = data[self._at:end]
        self._at += len(part)
        return part

    readall = read

    def peek(self, size=0, /):
        self._reading()
        return self._bytes()[self._at:]

    def readline(self, size=-1, /):
        self._reading()
        data = self._bytes()
        found = data.find(b'\n', self._at)
        end = len(data) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = data[self._at:end]
        self._at += len(part)
        return part

    def write(self, b, /):
        self._writing()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(b)
        self._store(data)
        return len(data)

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"


class BufferedReader(_Binary):
    _type_name_ = '_io.BufferedReader'
    pass


class BufferedWriter(_Binary):
    _type_name_ = '_io.BufferedWriter'
    pass


class BufferedRandom(_Binary):
    _type_name_ = '_io.BufferedRandom'
    pass


class FileIO(_Binary):
    _type_name_ = '_io.FileIO'

    def __init__(self, file, mode='r', closefd=True, opener=None):
        made = open(file, mode.replace('b', '') + 'b')
        self._open(made._path, made.name, made.mode)
        self.closefd = closefd

    def __repr__(self):
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"


class BufferedRWPair(BufferedIOBase):
    _type_name_ = '_io.BufferedRWPair'

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self._reader = reader
        self._writer = writer
        self.read = reader.read
        self.readline = reader.readline
        self.write = writer.write

    def readable(self):
        return True

    def writable(self):
        return True


def _universal(text):
    return text.replace('\r\n', '\n').replace('\r', '\n')


class TextIOWrapper(TextIOBase):
    """Text over a binary stream."""

    _type_name_ = '_io.TextIOWrapper'

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._set_up(encoding, errors, newline)
        self.buffer = buffer
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._text = None
        self._pos = 0

    def _set_up(self, encoding, errors, newline):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f"illegal newline value: {newline}")
        self.encoding = 'utf-8' if encoding in (None, 'locale') else encoding
        self.errors = 'strict' if errors is None else errors
        self._newline = newline

    @property
    def name(self):
        return self.buffer.name

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        return _universal(text) if self._newline is None else text

    def _encoded(self, text):
        if self._newline in ('\r', '\r\n'):
            text = text.replace('\n', self._newline)
        return text.encode(self.encoding, self.errors)

    def _source(self):
        if self._text is None:
            self._text = self._decoded(self.buffer.read())
            self._pos = 0
        return self._text

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def read(self, size=-1, /):
        self._check_open()
        text = self._source()
        end = len(text) if size is None or size < 0 else self._pos + size
        part = text[self._pos:end]
        self._pos += len(part)
        return part

    def readline(self, size=-1, /):
        self._check_open()
        text = self._source()
        end = self._line_end(text)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        part = text[self._pos:end]
        self._pos += len(part)
        return part

    def _line_end(self, text):
        if self._newline in (None, '\n'):
            found = text.find('\n', self._pos)
            return len(text) if found < 0 else found + 1
        if self._newline:
            found = text.find(self._newline, self._pos)
            return len(text) if found < 0 else found + len(self._newline)
        line = text.find('\n', self._pos)
        mark = text.find('\r', self._pos)
        if mark < 0 or 0 <= line < mark:
            return len(text) if line < 0 else line + 1
        return mark + 2 if line == mark + 1 else mark + 1

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        self.buffer.write(self._encoded(s))
        return len(s)

    def flush(self):
        self._check_open()
        self.buffer.flush()

    def tell(self):
        return self.buffer.tell() if self._text is None else len(self._encoded(self._text[:self._pos]))

    def seek(self, cookie, whence=0, /):
        self.buffer.seek(cookie, whence)
        self._text = None
        return self.buffer.tell()

    def detach(self):
        return self.buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors

    def close(self):
        if not self.closed:
            self.closed = True
            self.buffer.close()

    def __repr__(self):
        return f"<_io.TextIOWrapper name={getattr(self, 'name', None)!r} encoding={self.encoding!r}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_io.TextIOWrapper' object")


class _TextFile(_Stored, TextIOWrapper):
    """A text file. Its position counts bytes; reading decodes from there on."""

    name = None

    def __init__(self, path, name, mode, encoding, errors, newline):
        self._set_up(encoding, errors, newline)
        self._open(path, name, mode)
        self.line_buffering = False
        self._text = None
        self._pos = 0
        try:
            ''.encode(self.encoding)
        except LookupError:
            raise LookupError(f"unknown encoding: {self.encoding}") from None

    @property
    def buffer(self):
        made = BufferedRandom(self._path, self.name, self.mode)
        made._at = self._at
        return made

    def _source(self):
        self._reading()
        if self._text is None or self._pos >= len(self._text):
            if self._text is not None:
                self._at = self._tell()
            data = self._bytes()[self._at:]
            self._text = self._decoded(data)
            self._raw = data
            self._pos = 0
        return self._text

    def _tell(self):
        """The position in bytes; exact where lines end in a newline alone."""
        if self._text is None:
            return self._at
        if self._pos >= len(self._text):
            return self._at + len(self._raw)
        return self._at + len(self._text[:self._pos].encode(self.encoding, self.errors))

    def tell(self):
        self._check_open()
        return self._tell()

    def seek(self, cookie, whence=0, /):
        self._check_open()
        if whence == 1:
            if cookie:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie = self._tell()
        elif whence == 2:
            if cookie:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            cookie = _fs.size_of(self._path) or 0
        elif whence != 0:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        elif cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self._at = cookie
        self._text = self._view = None
        return cookie

    def write(self, s, /):
        self._writing()
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        data = self._encoded(s)
        if self._text is not None:
            self._at = self._tell()
            self._text = None
        self._store(data)
        return len(s)

    def flush(self):
        self._check_open()

    def truncate(self, size=None, /):
        size = super().truncate(size)
        self._text = None
        return size

    def readable(self):
        return _Stored.readable(self)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"

    close = _Stored.close


_TextFile.__name__ = _TextFile.__qualname__ = 'TextIOWrapper'
for _class in (StringIO, BytesIO, FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper,
               _TextFile):
    _class.__module__ = '_io'


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors='strict'):
        self._translate = translate

    def decode(self, input, final=False):
        return _universal(input) if self._translate else input


def text_encoding(encoding, stacklevel=2):
    return 'locale' if encoding is None else encoding


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"open() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if isinstance(file, int):
        import os
        return os.fdopen(file, mode, buffering, encoding, errors, newline)
    kinds = [c for c in mode if c in 'rwax']
    if len(mode) != len(set(mode)) or [c for c in mode if c not in 'rwaxbt+']:
        raise ValueError(f"invalid mode: {mode!r}")
    binary = 'b' in mode
    if binary and 't' in mode:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds) > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if not kinds:
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if not binary and buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    # the name is kept as it was given, which is what `f.name` and errors show
    shown = file if isinstance(file, (str, bytes)) else file.__fspath__() if hasattr(type(file), '__fspath__') else None
    if shown is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
    path = _fs.absolute(_fs.text_of(shown))
    kind = kinds[0]
    if _fs.is_folder(path):
        raise IsADirectoryError(21, 'Is a directory', shown)
    there = _fs.is_file(path)
    if kind == 'r':
        if not there:
            parent = path.rpartition('/')[0]
            if parent and _fs.is_file(parent):
                raise NotADirectoryError(20, 'Not a directory', shown)
            raise FileNotFoundError(2, 'No such file or directory', shown)
    else:
        if kind == 'x' and there:
            raise FileExistsError(17, 'File exists', shown)
        if not there:
            _fs.check_parent(path, shown)
        if kind != 'a' or not there:
            _fs.store(path, b'')
    if not binary:
        return _TextFile(path, shown, mode, encoding, errors, newline)
    if buffering == 0:
        made = FileIO.__new__(FileIO)
        made._open(path, shown, 'rb+' if '+' in mode else mode)
        return made
    if '+' in mode:
        return BufferedRandom(path, shown, mode if mode != 'r+b' else 'rb+')
    return (BufferedReader if kind == 'r' else BufferedWriter)(path, shown, mode)


def open_code(path):
    return open(path, 'rb')
