"""multiprocessing.shared_memory: blocks of memory that processes find by name."""

import os

from _process import _load, _new_region, _open_region, _store, _unlink

__all__ = ['SharedMemory', 'ShareableList']

_made = 0


class _Buffer:
    """As much of a memoryview as shared memory needs; every access goes to the memory itself."""

    def __init__(self, region, start, size):
        self._region = region
        self._start = start
        self._size = size
        self._released = False

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    nbytes = property(lambda self: self._size)
    itemsize = 1
    format = 'B'
    ndim = 1
    readonly = False
    shape = property(lambda self: (self._size,))

    def __len__(self):
        self._check()
        return self._size

    def _at(self, index):
        if index < 0:
            index += self._size
        if not 0 <= index < self._size:
            raise IndexError("index out of bounds on dimension 1")
        return index

    def __getitem__(self, index):
        self._check()
        if isinstance(index, slice):
            start, stop, step = index.indices(self._size)
            if step == 1:
                return _Buffer(self._region, self._start + start, max(stop - start, 0))
            return memoryview(bytes([self[n] for n in range(start, stop, step)]))
        if not isinstance(index, int):
            raise TypeError("memoryview: invalid slice key")
        return _load(self._region, self._start + self._at(index), 1)[0]

    def __setitem__(self, index, value):
        self._check()
        if isinstance(index, slice):
            start, stop, step = index.indices(self._size)
            data = bytes(value)
            if len(data) != len(range(start, stop, step)):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            if step == 1:
                _store(self._region, self._start + start, data)
            else:
                for n, byte in zip(range(start, stop, step), data):
                    self[n] = byte
            return
        if not isinstance(value, int):
            raise TypeError(f"memoryview: invalid type for format 'B'")
        if not 0 <= value < 256:
            raise ValueError("memoryview: invalid value for format 'B'")
        _store(self._region, self._start + self._at(index), bytes([value]))

    def __iter__(self):
        return iter(self.tobytes())

    def __bytes__(self):
        return self.tobytes()

    def tobytes(self):
        self._check()
        return _load(self._region, self._start, self._size)

    def tolist(self):
        return list(self.tobytes())

    def cast(self, format, shape=None):
        self._check()
        return _Numbers(self._region, self._start, self._size, format)

    def __eq__(self, other):
        return self.tobytes() == bytes(other)

    def release(self):
        self._released = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.release()


_Buffer.__name__ = _Buffer.__qualname__ = 'memoryview'
_Buffer.__module__ = 'builtins'


class _Numbers(_Buffer):
    """What `cast` gives: items of several bytes."""

    def __init__(self, region, start, size, format):
        import struct
        super().__init__(region, start, size)
        self.format = format
        self.itemsize = struct.calcsize(format)
        if size % self.itemsize:
            raise TypeError("memoryview: length is not a multiple of itemsize")

    shape = property(lambda self: (len(self),))

    def __len__(self):
        self._check()
        return self._size // self.itemsize

    def _place(self, index):
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("index out of bounds on dimension 1")
        return self._start + index * self.itemsize

    def __getitem__(self, index):
        import struct
        self._check()
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step != 1:
                raise NotImplementedError("memoryview: steps over items of several bytes")
            size = max(stop - start, 0) * self.itemsize
            return _Numbers(self._region, self._start + start * self.itemsize, size, self.format)
        return struct.unpack('=' + self.format, _load(self._region, self._place(index), self.itemsize))[0]

    def __setitem__(self, index, value):
        import struct
        self._check()
        if isinstance(index, slice):
            numbers = range(*index.indices(len(self)))
            value = list(value)
            if len(value) != len(numbers):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for n, item in zip(numbers, value):
                self[n] = item
            return
        try:
            data = struct.pack('=' + self.format, value)
        except struct.error:
            if isinstance(value, (int, float)):
                raise ValueError(f"memoryview: invalid value for format {self.format!r}") from None
            raise TypeError(f"memoryview: invalid type for format {self.format!r}") from None
        _store(self._region, self._place(index), data)

    def __iter__(self):
        return iter(self.tolist())

    def tolist(self):
        return [self[n] for n in range(len(self))]

    def __eq__(self, other):
        return self.tolist() == list(other)

    def cast(self, format, shape=None):
        return _Buffer.cast(self, format) if format != 'B' else _Buffer(self._region, self._start, self._size)


_Numbers.__name__ = _Numbers.__qualname__ = 'memoryview'
_Numbers.__module__ = 'builtins'


class SharedMemory:
    def __init__(self, name=None, create=False, size=0):
        global _made
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
            if name is None:
                _made += 1
                name = f'psm_{os.getpid():04x}{_made:04x}'
            self._name = name
            try:
                self._region = _new_region('/' + name.lstrip('/'), size)
            except FileExistsError:
                raise FileExistsError(17, 'File exists', '/' + name) from None
        else:
            if name is None:
                raise ValueError("'name' can only be None if create=True")
            self._name = name
            try:
                self._region, size = _open_region('/' + name.lstrip('/'))
            except FileNotFoundError:
                raise FileNotFoundError(2, 'No such file or directory', '/' + name) from None
        self._size = size
        self._buf = _Buffer(self._region, 0, size)

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r}, size={self.size})'

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name.lstrip('/')

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        try:
            _unlink('/' + self._name.lstrip('/'))
        except FileNotFoundError:
            raise FileNotFoundError(2, 'No such file or directory', '/' + self.name) from None


# Bytes that an item takes beyond its width: its length, and what `pickle` puts around it.
_AROUND = 40
_FORMATS = {int: 'q', float: 'd', bool: 'xxxxxxx?', type(None): 'xxxxxx?x'}


class ShareableList:
    """A list of a fixed length whose items are small values, each in a place of a fixed size."""

    def __init__(self, sequence=None, *, name=None):
        import pickle
        if sequence is not None:
            items = [self._encode(item) for item in sequence]
            widths = [self._width(item) for item in sequence]
            size = 8 + 8 * len(items) + sum(widths) + _AROUND * len(items)
            self.shm = SharedMemory(name, create=True, size=size)
            head = len(items).to_bytes(8, 'little') + b''.join([width.to_bytes(8, 'little') for width in widths])
            self.shm.buf[0:len(head)] = head
            self._read_head()
            for n, data in enumerate(items):
                self._put(n, data)
        else:
            self.shm = SharedMemory(name)
            self._read_head()

    def _read_head(self):
        buf = self.shm.buf
        self._list_len = int.from_bytes(buf[0:8].tobytes(), 'little')
        self._widths = [int.from_bytes(buf[8 + 8 * n:16 + 8 * n].tobytes(), 'little') for n in range(self._list_len)]
        self._places = []
        at = 8 + 8 * self._list_len
        for width in self._widths:
            self._places.append(at)
            at += width + _AROUND

    @staticmethod
    def _encode(item):
        import pickle
        if not isinstance(item, (int, float, bool, str, bytes, type(None))):
            raise TypeError(f"Only types int, float, bool, str, bytes and None are supported, not {type(item).__name__}")
        data = pickle.dumps(item)
        return len(data).to_bytes(4, 'little') + data

    @staticmethod
    def _width(item):
        # Numbers fit into each other's places; text may grow to the next multiple of eight.
        if isinstance(item, str):
            item = item.encode()
        return 8 * (len(item) // 8 + 1) if isinstance(item, bytes) else 8

    @property
    def format(self):
        return ''.join([_FORMATS.get(type(item)) or f'{width}s' for item, width in zip(self, self._widths)])

    def _put(self, n, data):
        at = self._places[n]
        self.shm.buf[at:at + len(data)] = data

    def _index(self, position):
        if position < 0:
            position += self._list_len
        if not 0 <= position < self._list_len:
            raise IndexError("index out of range")
        return position

    def __getitem__(self, position):
        import pickle
        try:
            n = self._index(position)
        except IndexError:
            raise IndexError("index out of range") from None
        at = self._places[n]
        size = int.from_bytes(self.shm.buf[at:at + 4].tobytes(), 'little')
        return pickle.loads(self.shm.buf[at + 4:at + 4 + size].tobytes())

    def __setitem__(self, position, value):
        try:
            n = self._index(position)
        except IndexError:
            raise IndexError("assignment index out of range") from None
        data = self._encode(value)
        if isinstance(value, (str, bytes)) and self._widths[n] < len(value.encode() if isinstance(value, str) else value):
            raise ValueError("bytes/str item exceeds available storage")
        if type(value) is int and not -1 << 63 <= value < 1 << 63:
            import struct
            raise struct.error("int too large to convert")
        self._put(n, data)

    def __reduce__(self):
        return _open_list, (self.__class__, self.shm.name)

    def __len__(self):
        return self._list_len

    def __iter__(self):
        for n in range(self._list_len):
            yield self[n]

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    def count(self, value):
        return sum(value == entry for entry in self)

    def index(self, value):
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f"{value!r} not in this container")


def _open_list(cls, name):
    return cls(name=name)
