"""array: numbers of one C type, kept as a list; bytes are made when asked for."""

from collections.abc import MutableSequence as _MutableSequence

from _binary import calcsize as _calcsize, pack as _pack, unpack as _unpack

typecodes = 'bBuhHiIlLqQfd'
_BOUNDS = {'b': ('signed char', 8, True), 'B': ('unsigned byte integer', 8, False), 'h': ('signed short integer', 16, True),
           'H': ('unsigned short', 16, False), 'i': ('signed integer', 32, True), 'I': ('unsigned int', 32, False),
           'l': ('signed long', 64, True), 'L': ('unsigned long', 64, False), 'q': ('signed long long', 64, True),
           'Q': ('unsigned long long', 64, False)}


def _checked(code, value):
    """The value as the array keeps it."""
    if code == 'u':
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError('array item must be unicode character')
        return value
    if code in 'fd':
        if type(value) is not float:
            if isinstance(value, (int, float)) or hasattr(type(value), '__float__') or hasattr(type(value), '__index__'):
                value = float(value)
            else:
                raise TypeError(f'must be real number, not {type(value).__name__}')
        if code == 'f':
            return _unpack('f', _pack('f', [value]), 0)[0]
        return value
    if type(value) is not int:
        index = getattr(type(value), '__index__', None)
        if index is None:
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = index(value)
    name, bits, signed = _BOUNDS[code]
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    if not low <= value <= high:
        if bits == 64:
            raise OverflowError("can't convert negative value to unsigned int" if not signed and value < 0
                                else 'Python int too large to convert to C ' + ('long' if signed else 'unsigned long'))
        if code == 'I':
            raise OverflowError("can't convert negative value to unsigned int" if value < 0
                                else 'unsigned int is greater than maximum')
        raise OverflowError(f'{name} is {"less than minimum" if value < low else "greater than maximum"}')
    return value


class array:
    __slots__ = ('_code', '_items', '__weakref__')
    _type_name_ = 'array.array'

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str):
            raise TypeError(f'array() argument 1 must be a unicode character, not {type(typecode).__name__}')
        if len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not str')
        if typecode not in typecodes:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self = object.__new__(cls)
        self._code = typecode
        self._items = []
        if isinstance(initializer, str):
            if typecode != 'u':
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            self._items = list(initializer)
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, array):
            if initializer._code == typecode:
                self._items = initializer._items[:]
            else:
                self.extend(initializer._items)
        else:
            self._items = [_checked(typecode, item) for item in initializer]
        return self

    @property
    def typecode(self):
        return self._code

    @property
    def itemsize(self):
        return 4 if self._code == 'u' else _calcsize(self._code)

    def append(self, x, /):
        self._items.append(_checked(self._code, x))

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable._code != self._code:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(iterable._items)
        else:
            code = self._code
            for item in iterable:
                self._items.append(_checked(code, item))

    def fromlist(self, list, /):
        if not isinstance(list, type([])):
            raise TypeError('arg must be list')
        self._items.extend([_checked(self._code, item) for item in list])

    def tolist(self):
        return self._items[:]

    def frombytes(self, buffer, /):
        if not isinstance(buffer, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
        size = self.itemsize
        if len(buffer) % size:
            raise ValueError('bytes length not a multiple of item size')
        if self._code == 'u':
            self._items.extend(bytes(buffer).decode('utf-32-le'))
        else:
            self._items.extend(_unpack(f'{len(buffer) // size}{self._code}', bytes(buffer), 0))

    def tobytes(self):
        if self._code == 'u':
            return ''.join(self._items).encode('utf-32-le')
        return _pack(f'{len(self._items)}{self._code}', self._items)

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        whole = len(data) // self.itemsize * self.itemsize
        self.frombytes(data[:whole])
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromunicode(self, ustr, /):
        if self._code != 'u':
            raise ValueError('fromunicode() may only be called on unicode type arrays')
        self._items.extend(ustr)

    def tounicode(self):
        if self._code != 'u':
            raise ValueError('tounicode() may only be called on unicode type arrays')
        return ''.join(self._items)

    def buffer_info(self):
        return id(self._items), len(self._items)

    def byteswap(self):
        if self.itemsize not in (1, 2, 4, 8):
            raise RuntimeError("don't know how to byteswap this array type")
        data = self.tobytes()
        size = self.itemsize
        self._items = []
        self.frombytes(b''.join([data[i:i + size][::-1] for i in range(0, len(data), size)]))

    def count(self, v, /):
        return self._items.count(v)

    def index(self, v, start=0, stop=9223372036854775807, /):
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def insert(self, i, v, /):
        self._items.insert(i, _checked(self._code, v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        return self._items.pop(i)

    def remove(self, v, /):
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError('array.remove(x): x not in array') from None

    def reverse(self):
        self._items.reverse()

    def _like(self, items):
        made = object.__new__(array)
        made._code = self._code
        made._items = items
        return made

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._items[key])
        try:
            return self._items[key]
        except IndexError:
            raise IndexError('array index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            if value._code != self._code:
                raise TypeError('bad argument type for built-in operation')
            try:
                self._items[key] = value._items[:]
            except ValueError as e:
                raise ValueError(str(e).replace('sequence', 'array')) from None
            return
        value = _checked(self._code, value)
        try:
            self._items[key] = value
        except IndexError:
            raise IndexError('array assignment index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __delitem__(self, key):
        try:
            del self._items[key]
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other._code != self._code:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._like(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f"array('{self._code}')"
        shown = repr(''.join(self._items)) if self._code == 'u' else repr(self._items)
        return f"array('{self._code}', {shown})"

    def __copy__(self):
        return self._like(self._items[:])

    def __deepcopy__(self, memo):
        return self._like(self._items[:])

    def __reduce_ex__(self, protocol):
        return type(self), (self._code, ''.join(self._items) if self._code == 'u' else self._items[:])


_MutableSequence.register(array)
ArrayType = array
