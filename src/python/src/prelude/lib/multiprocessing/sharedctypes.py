"""multiprocessing.sharedctypes: numbers and arrays in memory that every process sees."""

from _process import _load, _new_region, _store
from _thread import _charge

from . import context

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

# Bytes, whether signed, and what it is called.
_INTEGERS = {'b': (1, True, 'c_byte'), 'B': (1, False, 'c_ubyte'), 'h': (2, True, 'c_short'),
             'H': (2, False, 'c_ushort'), 'i': (4, True, 'c_int'), 'I': (4, False, 'c_uint'),
             'l': (8, True, 'c_long'), 'L': (8, False, 'c_ulong'), 'q': (8, True, 'c_long'),
             'Q': (8, False, 'c_ulong'), '?': (1, False, 'c_bool')}
_SIZES = {'f': 4, 'd': 8, 'c': 1, 'u': 4}
_NAMES = {'f': 'c_float', 'd': 'c_double', 'c': 'c_char', 'u': 'c_wchar'}


def _code_of(typecode_or_type):
    if isinstance(typecode_or_type, str):
        if typecode_or_type in _INTEGERS or typecode_or_type in _SIZES:
            return typecode_or_type
        raise TypeError("this type has no size")
    code = getattr(typecode_or_type, '_type_', None)
    if isinstance(code, str):
        return code
    raise TypeError("this type has no size")


def _size_of(code):
    return _INTEGERS[code][0] if code in _INTEGERS else _SIZES[code]


def _name_of_code(code):
    return _INTEGERS[code][2] if code in _INTEGERS else _NAMES[code]


def _pack(code, value):
    if code in _INTEGERS:
        size, signed, name = _INTEGERS[code]
        if code == '?':
            return b'\1' if value else b'\0'
        if not isinstance(value, int):
            raise TypeError(f"an integer is required (got type {type(value).__name__})"
                            if not isinstance(value, (float, str)) else
                            f"'{type(value).__name__}' object cannot be interpreted as an integer")
        # As C does: what does not fit is cut off.
        return (value & (1 << 8 * size) - 1).to_bytes(size, 'little')
    if code == 'c':
        if isinstance(value, int) and 0 <= value < 256:
            return bytes([value])
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        return bytes(value)
    if code == 'u':
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError("unicode string expected instead of " + type(value).__name__ + " instance")
        return ord(value).to_bytes(4, 'little')
    if not isinstance(value, (int, float)):
        raise TypeError(f"must be real number, not {type(value).__name__}")
    return _float_bytes(float(value), _SIZES[code])


def _unpack(code, data):
    if code in _INTEGERS:
        if code == '?':
            return data != b'\0'
        return int.from_bytes(data, 'little', signed=_INTEGERS[code][1])
    if code == 'c':
        return bytes(data)
    if code == 'u':
        return chr(int.from_bytes(data, 'little'))
    return _float_of(data)


def _float_bytes(value, size):
    import pickle
    big = pickle.dumps(value, 2)[3:11]
    if size == 8:
        return big[::-1]
    return _single(value).to_bytes(4, 'little')


def _float_of(data):
    import pickle
    if len(data) == 8:
        return pickle.loads(b'\x80\x02G' + bytes(data[::-1]) + b'.')
    return _from_single(int.from_bytes(data, 'little'))


def _single(value):
    """The bits of the nearest IEEE single."""
    import math
    sign = 1 << 31 if math.copysign(1.0, value) < 0 else 0
    if value != value:
        return 0x7fc00000
    value = abs(value)
    if value == math.inf:
        return sign | 0x7f800000
    if value == 0:
        return sign
    fraction, exponent = math.frexp(value)
    exponent += 126
    if exponent <= 0:
        return sign | _to_even(math.ldexp(value, 149))
    mantissa = _to_even(fraction * (1 << 24))
    if mantissa == 1 << 24:
        mantissa >>= 1
        exponent += 1
    if exponent >= 255:
        return sign | 0x7f800000
    return sign | exponent << 23 | mantissa & 0x7fffff


def _to_even(value):
    return round(value)


def _from_single(bits):
    import math
    sign = -1.0 if bits >> 31 else 1.0
    exponent, mantissa = bits >> 23 & 255, bits & 0x7fffff
    if exponent == 255:
        return math.nan if mantissa else sign * math.inf
    if exponent == 0:
        return sign * math.ldexp(mantissa, -149)
    return sign * math.ldexp(mantissa | 1 << 23, exponent - 150)


class _RawValue:
    """One number. Reading and writing are two steps: what others write in between is lost."""

    def __init__(self, code, region, at=0):
        self._code = code
        self._region = region
        self._at = at
        self._size = _size_of(code)
        self.__class__ = _VALUES[code]

    @property
    def value(self):
        return _unpack(self._code, _load(self._region, self._at, self._size))

    @value.setter
    def value(self, value):
        _store(self._region, self._at, _pack(self._code, value))

    def __reduce__(self):
        context.assert_spawning(self)
        return _RawValue, (self._code, self._region, self._at)

    def __repr__(self):
        return f'{_name_of_code(self._code)}({self.value!r})'


# By code: classes named as `ctypes` names them.
_VALUES = {code: type(_name_of_code(code), (_RawValue,), {'__module__': 'ctypes'}) for code in [*_INTEGERS, *_SIZES]}


class _RawArray:
    def __init__(self, code, region, length):
        self._code = code
        self._region = region
        self._length = length
        self._size = _size_of(code)

    def __len__(self):
        return self._length

    def _index(self, index):
        if not isinstance(index, int):
            raise TypeError("indices must be integers")
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("invalid index")
        return index

    def _span(self, data):
        size, code = self._size, self._code
        if code == 'c':
            return data
        items = [_unpack(code, data[n:n + size]) for n in range(0, len(data), size)]
        return ''.join(items) if code == 'u' else items

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(self._length)
            if step == 1:
                count = max(stop - start, 0)
                return self._span(_load(self._region, start * self._size, count * self._size))
            items = [self[n] for n in range(start, stop, step)]
            return b''.join(items) if self._code == 'c' else ''.join(items) if self._code == 'u' else items
        index = self._index(index)
        return _unpack(self._code, _load(self._region, index * self._size, self._size))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            numbers = range(*index.indices(self._length))
            value = list(value)
            if len(value) != len(numbers):
                raise ValueError("Can only assign sequence of same size")
            for n, item in zip(numbers, value):
                _store(self._region, n * self._size, _pack(self._code, item))
            return
        index = self._index(index)
        _store(self._region, index * self._size, _pack(self._code, value))

    def __iter__(self):
        for n in range(self._length):
            yield self[n]

    @property
    def value(self):
        if self._code not in 'cu':
            raise AttributeError(f"'{_name_of_code(self._code)}_Array_{self._length}' object has no attribute 'value'")
        text = self[:]
        end = text.find(b'\0' if self._code == 'c' else '\0')
        return text if end < 0 else text[:end]

    @value.setter
    def value(self, value):
        if self._code not in 'cu':
            raise AttributeError(f"'{_name_of_code(self._code)}_Array_{self._length}' object has no attribute 'value'")
        if len(value) > self._length:
            raise ValueError("byte string too long" if self._code == 'c' else "string too long")
        end = b'\0' if self._code == 'c' else '\0'
        if len(value) < self._length:
            value += end
        for n in range(len(value)):
            _store(self._region, n * self._size, _pack(self._code, value[n:n + 1]))

    @property
    def raw(self):
        return self[:]

    def __reduce__(self):
        context.assert_spawning(self)
        return _RawArray, (self._code, self._region, self._length)

    def __repr__(self):
        return f'<multiprocessing.sharedctypes.{_name_of_code(self._code)}_Array_{self._length} object at {id(self):#x}>'


class _RawStructure:
    """A `ctypes.Structure` in shared memory: its fields are read and written where they are."""

    def __init__(self, kind, region, at=0):
        import ctypes
        self.__dict__.update(_kind=kind, _region=region, _at=at, _places=ctypes._layout(kind)[0])

    def __getattr__(self, name):
        if name.startswith('_') or name not in self._places:
            raise AttributeError(f"'{self._kind.__name__}' object has no attribute {name!r}")
        at, part = self._places[name]
        found = _place(part, self._region, self._at + at)
        return found.value if isinstance(found, _RawValue) else found

    def __setattr__(self, name, value):
        if name not in self._places:
            self.__dict__[name] = value
            return
        at, part = self._places[name]
        _place(part, self._region, self._at + at).value = value

    def _fill(self, args):
        for name, value in zip(self._places, args):
            setattr(self, name, value)

    def __reduce__(self):
        context.assert_spawning(self)
        return _RawStructure, (self._kind, self._region, self._at)

    def __repr__(self):
        return f'<{self._kind.__module__}.{self._kind.__qualname__} object at {id(self):#x}>'


def _place(kind, region, at):
    code = getattr(kind, '_type_', None)
    return _RawValue(code, region, at) if isinstance(code, str) else _RawStructure(kind, region, at)


class _RawStructures:
    """An array of structures."""

    _code = None

    def __init__(self, kind, region, length):
        import ctypes
        self._kind = kind
        self._region = region
        self._length = length
        self._size = ctypes.sizeof(kind)

    def __len__(self):
        return self._length

    _index = _RawArray._index

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(self._length))]
        return _RawStructure(self._kind, self._region, self._index(index) * self._size)

    def __setitem__(self, index, value):
        self[index]._fill([getattr(value, name) for name, _ in self._kind._all_fields()])

    def __iter__(self):
        for n in range(self._length):
            yield self[n]

    def __reduce__(self):
        context.assert_spawning(self)
        return _RawStructures, (self._kind, self._region, self._length)


def _is_structure(kind):
    return isinstance(kind, type) and hasattr(kind, '_all_fields')


# A piece of the heap's mapped file, and a ctypes object over it: 5 µs (CPython 3.11.7, AMD EPYC, 2026-11-26), in calls of an
# empty function.
_NEW = 500


def RawValue(typecode_or_type, *args):
    _charge(_NEW)
    if _is_structure(typecode_or_type):
        import ctypes
        made = _RawStructure(typecode_or_type, _new_region(None, ctypes.sizeof(typecode_or_type)))
        made._fill(args)
        return made
    code = _code_of(typecode_or_type)
    value = _RawValue(code, _new_region(None, _size_of(code)))
    if args:
        value.value = args[0]
    return value


def RawArray(typecode_or_type, size_or_initializer):
    _charge(_NEW)
    if _is_structure(typecode_or_type):
        import ctypes
        items = [()] * size_or_initializer if isinstance(size_or_initializer, int) else list(size_or_initializer)
        made = _RawStructures(typecode_or_type, _new_region(None, ctypes.sizeof(typecode_or_type) * len(items)), len(items))
        for structure, item in zip(made, items):
            structure._fill(item if isinstance(item, tuple) else
                            [getattr(item, name) for name, _ in typecode_or_type._all_fields()])
        return made
    code = _code_of(typecode_or_type)
    size = _size_of(code)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError(f"Array length must be >= 0, not {size_or_initializer}")
        return _RawArray(code, _new_region(None, size_or_initializer * size), size_or_initializer)
    items = size_or_initializer
    length = len(items)
    array = _RawArray(code, _new_region(None, length * size), length)
    if code == 'c' and isinstance(items, (bytes, bytearray)):
        data = bytes(items)
    else:
        data = b''.join([_pack(code, item) for item in items])
    _store(array._region, 0, data)
    return array


def Value(typecode_or_type, *args, lock=True, ctx=None):
    obj = RawValue(typecode_or_type, *args)
    if lock is False:
        return obj
    if lock in (True, None):
        ctx = ctx or context._default_context.get_context()
        lock = ctx.RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    obj = RawArray(typecode_or_type, size_or_initializer)
    if lock is False:
        return obj
    if lock in (True, None):
        ctx = ctx or context._default_context.get_context()
        lock = ctx.RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, lock, ctx)


def copy(obj):
    if isinstance(obj, _RawValue):
        return RawValue(obj._code, obj.value)
    if _is_structure(type(obj)):
        return RawValue(type(obj), *(getattr(obj, name) for name, _ in type(obj)._all_fields()))
    if isinstance(obj, _RawStructure):
        return RawValue(obj._kind, *(getattr(obj, name) for name in obj._places))
    if isinstance(obj, _RawStructures):
        return RawArray(obj._kind, [tuple(getattr(item, name) for name in item._places) for item in obj])
    return RawArray(obj._code, obj[:])


def synchronized(obj, lock=None, ctx=None):
    assert not isinstance(obj, SynchronizedBase), 'object already synchronized'
    ctx = ctx or context._default_context.get_context()
    if isinstance(obj, _RawValue):
        return Synchronized(obj, lock, ctx)
    if isinstance(obj, _RawStructure):
        return SynchronizedStructure(obj, lock, ctx)
    if obj._code == 'c':
        return SynchronizedString(obj, lock, ctx)
    return SynchronizedArray(obj, lock, ctx)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or ctx.RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f'<{type(self).__name__} wrapper for {self._obj}>'


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self._lock:
            return self._obj[start:stop]


class SynchronizedString(SynchronizedArray):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value

    @property
    def raw(self):
        with self._lock:
            return self._obj.raw


class SynchronizedStructure(SynchronizedBase):
    """Each access to a field takes the lock."""

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        with self._lock:
            return getattr(self._obj, name)

    def __setattr__(self, name, value):
        if '_obj' in self.__dict__ and name in self._obj._places:
            with self._lock:
                setattr(self._obj, name, value)
        else:
            self.__dict__[name] = value
