"""struct over `_binary` (modules/binary.rs)."""

from _binary import calcsize as _calcsize, pack as _pack, unpack as _unpack

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    __module__ = 'struct'


def _number(value):
    """What `__index__` or `__float__` makes of an argument."""
    kind = type(value)
    if kind in (int, float, bytes, bool, bytearray):
        return value
    for name in ('__index__', '__float__'):
        method = getattr(kind, name, None)
        if method is not None and not isinstance(value, (int, float)):
            return method(value)
    return value


def _packed(format, values):
    for value in values:
        if type(value) not in (int, float, bytes):
            values = [_number(value) for value in values]
            break
    return _pack(format, values if type(values) is list else list(values))


def calcsize(format, /):
    return _calcsize(format)


def pack(format, /, *v):
    return _packed(format, v)


def pack_into(format, buffer, offset, /, *v):
    size = _calcsize(format)
    offset = _place(format, size, buffer, offset, 'pack_into', 'packing')
    data = _packed(format, v)
    if hasattr(buffer, 'frombytes'):
        # an array
        whole = bytearray(buffer.tobytes())
        whole[offset:offset + size] = data
        del buffer[:]
        buffer.frombytes(bytes(whole))
    elif hasattr(buffer, '_region'):
        # shared memory
        buffer[offset:offset + size] = data
    else:
        memoryview(buffer)[offset:offset + size] = data


def _place(format, size, buffer, offset, function, doing):
    length = len(buffer) * getattr(buffer, 'itemsize', 1)
    if offset < 0:
        if offset + size > 0 and function == 'pack_into':
            raise error(f'no space to pack {size} bytes at offset {offset}')
        if offset + size > 0:
            raise error(f'not enough data to unpack {size} bytes at offset {offset}')
        if offset + length < 0:
            raise error(f'offset {offset} out of range for {length}-byte buffer')
        offset += length
    if length - offset < size:
        raise error(f'{function} requires a buffer of at least {offset + size} bytes for {doing} {size} bytes at offset '
                    f'{offset} (actual buffer size is {length})')
    return offset


def _buffer(buffer):
    if isinstance(buffer, (bytes, bytearray, memoryview)):
        return buffer
    if hasattr(buffer, 'tobytes'):
        return buffer.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")


def unpack(format, buffer, /):
    buffer = _buffer(buffer)
    size = _calcsize(format)
    if len(buffer) != size:
        raise error(f'unpack requires a buffer of {size} bytes')
    return _unpack(format, buffer, 0)


def unpack_from(format, /, buffer, offset=0):
    buffer = _buffer(buffer)
    size = _calcsize(format)
    return _unpack(format, buffer, _place(format, size, buffer, offset, 'unpack_from', 'unpacking'))


def iter_unpack(format, buffer, /):
    buffer = _buffer(buffer)
    size = _calcsize(format)
    if not size:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(buffer) % size:
        raise error(f'iterative unpacking requires a buffer of a multiple of {size} bytes')
    return _Unpacker(format, buffer, size)


class _Unpacker:
    __module__ = '_struct'
    __qualname__ = 'unpack_iterator'

    def __init__(self, format, buffer, size):
        self._format = format
        self._buffer = buffer
        self._size = size
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        if at >= len(self._buffer):
            raise StopIteration
        self._at = at + self._size
        return _unpack(self._format, self._buffer, at)

    def __length_hint__(self):
        return (len(self._buffer) - self._at) // self._size


class Struct:
    _type_name_ = '_struct.Struct'
    __module__ = '_struct'

    def __init__(self, format):
        self._size = _calcsize(format)
        self._format = format if isinstance(format, str) else format.decode('ascii')

    @property
    def format(self):
        return self._format

    @property
    def size(self):
        return self._size

    def pack(self, *v):
        return _packed(self._format, v)

    def pack_into(self, buffer, offset, *v):
        pack_into(self._format, buffer, offset, *v)

    def unpack(self, buffer):
        return unpack(self._format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self._format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self._format, buffer)


def _clearcache():
    pass
