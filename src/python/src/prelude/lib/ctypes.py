"""ctypes: the numbers and structures that `multiprocessing` can share. There is no machine code here to call."""

from _process import _modules

_KINDS = {'c_bool': '?', 'c_char': 'c', 'c_wchar': 'u', 'c_byte': 'b', 'c_ubyte': 'B', 'c_short': 'h', 'c_ushort': 'H',
          'c_int': 'i', 'c_uint': 'I', 'c_long': 'l', 'c_ulong': 'L',
          'c_float': 'f', 'c_double': 'd'}
_ALIASES = {'c_int8': 'c_byte', 'c_uint8': 'c_ubyte', 'c_int16': 'c_short', 'c_uint16': 'c_ushort', 'c_int32': 'c_int',
            'c_uint32': 'c_uint', 'c_int64': 'c_long', 'c_uint64': 'c_ulong', 'c_longlong': 'c_long', 'c_ulonglong': 'c_ulong',
            'c_size_t': 'c_ulong', 'c_ssize_t': 'c_long'}


def _shared():
    from multiprocessing import sharedctypes
    return sharedctypes


class _Kind(type):
    def __mul__(cls, length):
        if length < 0:
            raise ValueError(f"Array length must be >= 0, not {length}")
        return _Kind(f'{cls.__name__}_Array_{length}', (Array,), {'_type_': cls, '_length_': length})

    __rmul__ = __mul__


class _SimpleCData(metaclass=_Kind):
    """One value, cut to its size as C does."""

    def __init__(self, value=None):
        code = self._type_
        self._value = {'c': b'\0', 'u': '\0', '?': False, 'f': 0.0, 'd': 0.0}.get(code, 0)
        if value is not None:
            self.value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        shared, code = _shared(), self._type_
        if code not in '?cufd' and not isinstance(value, int):
            raise TypeError(f"an integer is required (got type {type(value).__name__})")
        self._value = shared._unpack(code, shared._pack(code, value))

    def __bool__(self):
        return bool(self._value) and self._value != b'\0'

    def __repr__(self):
        return f'{type(self).__name__}({self._value!r})'


_here = _modules()[__name__].__dict__
for _name, _code in _KINDS.items():
    _here[_name] = _Kind(_name, (_SimpleCData,), {'_type_': _code, '__module__': 'ctypes'})
for _name, _other in _ALIASES.items():
    _here[_name] = _here[_other]


def _plain(kind, value):
    """What a field or an item of that kind shows for what is put into it."""
    if issubclass(kind, _SimpleCData):
        return kind(value.value if isinstance(value, _SimpleCData) else value).value
    if isinstance(value, kind):
        return value
    return kind(*value)


class Array(metaclass=_Kind):
    _length_ = 0
    _type_ = None

    def __init__(self, *items):
        if len(items) > self._length_:
            raise IndexError('invalid index')
        kind = self._type_
        self._items = [_plain(kind, item) for item in items]
        while len(self._items) < self._length_:
            made = kind()
            self._items.append(made.value if isinstance(made, _SimpleCData) else made)

    def __len__(self):
        return self._length_

    def __getitem__(self, index):
        try:
            return self._items[index]
        except IndexError:
            raise IndexError('invalid index') from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self._items[index] = [_plain(self._type_, item) for item in value]
            return
        try:
            self._items[index] = _plain(self._type_, value)
        except IndexError:
            raise IndexError('invalid index') from None

    def __iter__(self):
        return iter(list(self._items))


class Structure(metaclass=_Kind):
    _fields_ = ()

    def __init__(self, *args, **kwargs):
        fields = self._all_fields()
        if len(args) > len(fields):
            raise TypeError('too many initializers')
        for name, kind in fields:
            made = kind()
            object.__setattr__(self, name, made.value if isinstance(made, _SimpleCData) else made)
        for (name, _), value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)

    @classmethod
    def _all_fields(cls):
        return [(field[0], field[1]) for base in reversed(cls.__mro__) for field in base.__dict__.get('_fields_', ())]

    def __setattr__(self, name, value):
        kind = dict(self._all_fields()).get(name)
        object.__setattr__(self, name, value if kind is None else _plain(kind, value))


def sizeof(obj):
    kind = obj if isinstance(obj, type) else type(obj)
    if issubclass(kind, _SimpleCData):
        return _shared()._size_of(kind._type_)
    if issubclass(kind, Array):
        return kind._length_ * sizeof(kind._type_)
    if issubclass(kind, Structure):
        return _layout(kind)[1]
    raise TypeError('this type has no size')


def _alignment(kind):
    if issubclass(kind, _SimpleCData):
        return sizeof(kind)
    if issubclass(kind, Array):
        return _alignment(kind._type_)
    return max([_alignment(part) for _, part in kind._all_fields()], default=1)


def _layout(kind):
    """Where each field of a structure is, and the size of the whole."""
    places, at = {}, 0
    for name, part in kind._all_fields():
        size = _alignment(part)
        at = -(-at // size) * size
        places[name] = (at, part)
        at += sizeof(part)
    whole = _alignment(kind)
    return places, -(-at // whole) * whole


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    raise AttributeError(f"module 'ctypes' has no attribute {name!r} here: there is no machine code to call; "
                         "write the function in Python")
