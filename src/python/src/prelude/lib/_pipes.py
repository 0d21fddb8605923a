"""Files over the descriptors of pipes and standard streams, as `os.fdopen` and `open(fd)` give them.

What is written goes to the pipe at once, for there is nobody who would write it at the end of a file that was not closed.
"""

import io
import os

from _process import _close, _duplicate


class _PipeFile(io.BufferedIOBase):
    def __init__(self, fd, mode):
        self._fd = fd
        self.name = fd
        self.mode = mode
        self._ahead = b''

    def fileno(self):
        self._check_open()
        return self._fd

    def readable(self):
        return 'r' in self.mode or '+' in self.mode

    def writable(self):
        return 'r' not in self.mode or '+' in self.mode

    def _more(self):
        part = os.read(self._fd, 65536)
        self._ahead += part
        return part

    def _take(self, count):
        part, self._ahead = self._ahead[:count], self._ahead[count:]
        return part

    def _may(self, able, doing):
        self._check_open()
        if not able:
            raise io.UnsupportedOperation(doing)

    def read(self, size=-1, /):
        self._may(self.readable(), 'read')
        while size is None or size < 0 or len(self._ahead) < size:
            if not self._more():
                break
        return self._take(len(self._ahead) if size is None or size < 0 else size)

    def read1(self, size=-1, /):
        self._may(self.readable(), 'read1')
        if not self._ahead:
            self._more()
        return self._take(len(self._ahead) if size < 0 else size)

    def readline(self, size=-1, /):
        self._may(self.readable(), 'read')
        while b'\n' not in self._ahead and (size is None or size < 0 or len(self._ahead) < size):
            if not self._more():
                break
        end = self._ahead.find(b'\n') + 1 or len(self._ahead)
        return self._take(end if size is None or size < 0 else min(end, size))

    def write(self, data, /):
        self._may(self.writable(), 'write')
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        left = bytes(data)
        while left:
            left = left[os.write(self._fd, left):]
        return len(data)

    def close(self):
        if not self.closed:
            self.closed = True
            if self._fd > 2:
                os.close(self._fd)

    def __repr__(self):
        kind = 'BufferedReader' if self.readable() else 'BufferedWriter'
        return f'<_io.{kind} name={self.name}>'


class _PipeText(io.TextIOWrapper):
    """Text that is read as it comes, line by line."""

    def __init__(self, buffer, encoding, errors, newline, mode):
        super().__init__(buffer, encoding, errors, newline)
        self.mode = mode

    def _may(self, able, doing):
        self._check_open()
        if not able:
            raise io.UnsupportedOperation(doing)

    def read(self, size=-1, /):
        self._may(self.readable(), 'not readable')
        if size is None or size < 0:
            return self._decoded(self.buffer.read())
        data, text = b'', ''
        while len(text) < size:
            part = self.buffer.read(1)
            if not part:
                break
            data += part
            text = data.decode(self.encoding, 'ignore')
        return self._decoded(data)

    def readline(self, size=-1, /):
        self._may(self.readable(), 'not readable')
        return self._decoded(self.buffer.readline(size))

    def write(self, s, /):
        self._may(self.writable(), 'not writable')
        return super().write(s)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


_PipeText.__name__ = _PipeText.__qualname__ = 'TextIOWrapper'
_PipeText.__module__ = '_io'


def open_pipe(fd, mode, encoding, errors, newline):
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd).__name__)
    if fd > 2:
        # fails where there is no such descriptor
        _close(_duplicate(fd))
    raw = _PipeFile(fd, mode)
    return raw if 'b' in mode else _PipeText(raw, encoding, errors, newline, mode)
