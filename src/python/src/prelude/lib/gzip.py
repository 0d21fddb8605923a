"""gzip: whole files in memory, over zlib."""

import io as _io
import time as _time
import zlib

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']

READ, WRITE = 'rb', 'wb'


class BadGzipFile(OSError):
    """Data that is no gzip data."""


def compress(data, compresslevel=9, *, mtime=None):
    if mtime is None:
        mtime = _time.time()
    raw = zlib.compress(data, compresslevel, -15)
    flag = b'\x02' if compresslevel == 9 else b'\x04' if compresslevel == 1 else b'\0'
    return (b'\x1f\x8b\x08\0' + (int(mtime) & 0xffffffff).to_bytes(4, 'little') + flag + b'\xff' + raw
            + zlib.crc32(data).to_bytes(4, 'little') + (len(data) & 0xffffffff).to_bytes(4, 'little'))


def decompress(data):
    out = []
    data = bytes(data)
    while data.strip(b'\0') if out else data:
        data = data.lstrip(b'\0') if out else data
        if not data.startswith(b'\x1f\x8b'):
            raise BadGzipFile(f'Not a gzipped file ({data[:2]!r})')
        if len(data) > 2 and data[2] != 8:
            raise BadGzipFile('Unknown compression method')
        stream = zlib.decompressobj(31)
        try:
            out.append(stream.decompress(data))
        except zlib.error as e:
            if 'data check' in str(e):
                raise BadGzipFile('CRC check failed') from None
            if 'length check' in str(e):
                raise BadGzipFile('Incorrect length of data produced') from None
            raise
        if not stream.eof:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        data = stream.unused_data
    return b''.join(out)


class GzipFile:
    """A gzip file, read and written in memory: it is decompressed when opened and compressed when closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        mode = (mode or getattr(fileobj, 'mode', 'rb') or 'rb')
        if not isinstance(mode, str):
            mode = 'rb'
        if 'b' not in mode:
            mode += 'b'
        if mode[0] not in 'rwax':
            raise ValueError(f'Invalid mode: {mode!r}')
        self._own = fileobj is None
        self.fileobj = _io.open(filename, mode) if fileobj is None else fileobj
        self.name = filename if filename is not None else getattr(fileobj, 'name', '') or ''
        self.mode = 1 if mode[0] == 'r' else 2
        self.mtime = mtime
        self._level = compresslevel
        self.closed = False
        self._buffer = _io.BytesIO(decompress(self.fileobj.read())) if self.mode == 1 else _io.BytesIO()

    def _check(self, mode=None):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        if mode is not None and mode != self.mode:
            import errno
            what = 'read() on write-only GzipFile object' if mode == 1 else 'write() on read-only GzipFile object'
            raise OSError(errno.EBADF, what)

    def readable(self):
        return self.mode == 1

    def writable(self):
        return self.mode == 2

    def seekable(self):
        return True

    def read(self, size=-1):
        self._check(1)
        return self._buffer.read(size)

    read1 = read

    def readline(self, size=-1):
        self._check(1)
        return self._buffer.readline(size)

    def readlines(self, hint=-1):
        self._check(1)
        return self._buffer.readlines()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def peek(self, n):
        self._check(1)
        at = self._buffer.tell()
        data = self._buffer.read(n)
        self._buffer.seek(at)
        return data

    def write(self, data):
        self._check(2)
        return self._buffer.write(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def seek(self, offset, whence=0):
        self._check()
        return self._buffer.seek(offset, whence)

    def tell(self):
        self._check()
        return self._buffer.tell()

    def rewind(self):
        self.seek(0)

    def flush(self, *args):
        self._check()

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self.mode == 2:
            self.fileobj.write(compress(self._buffer.getvalue(), self._level, mtime=self.mtime))
        if self._own:
            self.fileobj.close()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    else:
        if encoding is not None:
            raise ValueError("Argument 'encoding' not supported in binary mode")
        if errors is not None:
            raise ValueError("Argument 'errors' not supported in binary mode")
        if newline is not None:
            raise ValueError("Argument 'newline' not supported in binary mode")
    plain = mode.replace('t', '')
    if isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__'):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    return _Text(file, encoding or 'utf-8', errors or 'strict') if 't' in mode else file


class _Text:
    """Text over a GzipFile."""

    def __init__(self, file, encoding, errors):
        self.buffer = file
        self.encoding = encoding
        self.errors = errors

    closed = property(lambda self: self.buffer.closed)
    name = property(lambda self: self.buffer.name)

    def read(self, size=-1):
        if size is None or size < 0:
            return self.buffer.read().decode(self.encoding, self.errors)
        out = ''
        while len(out) < size:
            part = self.buffer.read(1)
            while part and len(part) < 4:
                try:
                    out += part.decode(self.encoding)
                    break
                except UnicodeDecodeError:
                    part += self.buffer.read(1)
            if not part:
                break
        return out

    def readline(self):
        return self.buffer.readline().decode(self.encoding, self.errors)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, text):
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()
