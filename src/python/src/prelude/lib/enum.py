"""enum."""

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'auto', 'unique', 'property',
           'member', 'nonmember', 'verify', 'UNIQUE', 'CONTINUOUS', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP']

_property = property


class auto:
    """A value to be made by `_generate_next_value_`."""

    def __init__(self, value=None):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name.startswith('__') and name.endswith('__')


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_'


def _is_descriptor(value):
    kind = type(value)
    return hasattr(kind, '__get__') or hasattr(kind, '__set__') or hasattr(kind, '__delete__')


class EnumDict(dict):
    """The namespace of an enum class body: knows which names are members."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None

    def __setitem__(self, key, value):
        if _is_sunder(key):
            if key == '_generate_next_value_':
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        elif _is_dunder(key) or key in self._ignore or isinstance(value, nonmember):
            value = value.value if isinstance(value, nonmember) else value
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif isinstance(value, member) or not _is_descriptor(value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            value = value.value if isinstance(value, member) else value
            value = self._made(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _made(self, key, value):
        if isinstance(value, auto):
            return self._next(key, value)
        if isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
            return tuple([self._next(key, part) if isinstance(part, auto) else part for part in value])
        return value

    def _next(self, key, mark):
        if mark.value is None:
            mark.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        return mark.value


def _counting(name, start, count, last_values):
    if not last_values:
        return start
    try:
        return max(last_values) + 1
    except TypeError:
        pass
    for last in reversed(last_values):
        try:
            return last + 1
        except TypeError:
            pass
    return start


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = EnumDict()
        namespace._generate = _counting
        for base in bases:
            found = getattr(base, '_generate_next_value_', None)
            if found is not None:
                namespace._generate = found
                break
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(getattr(classdict, '_member_names', ()))
        values = {name: classdict[name] for name in names}
        namespace = {}
        for key, value in dict.items(classdict):
            if key not in values and key != '_ignore_':
                namespace[key] = value
        if isinstance(namespace.get('_generate_next_value_'), type(_counting)):
            namespace['_generate_next_value_'] = staticmethod(namespace['_generate_next_value_'])
        made_by = namespace.pop('__new__', None)
        namespace['_member_names_'] = []
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        data = object
        for base in bases:
            for parent in base.__mro__:
                if parent is not object and not isinstance(parent, EnumType):
                    if '__new__' in parent.__dict__ or parent in (int, str, float, tuple, bytes):
                        data = parent
                        break
            if data is not object:
                break
        if made_by is None:
            for base in bases:
                made_by = base.__dict__.get('_new_member_')
                if made_by is not None:
                    break
        if isinstance(made_by, staticmethod):
            made_by = made_by.__func__
        namespace['_member_type_'] = data
        if made_by is not None:
            namespace['_new_member_'] = staticmethod(made_by)
        # hooks of the base may look at members: the class comes first, __init_subclass__ once the members are there
        if Enum is not None:
            # calling the class looks members up, whatever value type it mixes in
            namespace['__new__'] = Enum.__dict__['__new__']
        else:
            namespace['__new__'] = made_by
            made_by = None
            namespace.pop('_new_member_', None)
        if data is not object and Enum is not None:
            # how members show is the enum's business, not the mixed-in type's
            for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
                for base in bases[-1].__mro__ if name not in namespace else ():
                    if isinstance(base, EnumType) and name in base.__dict__:
                        namespace[name] = base.__dict__[name]
                        break
        enum_class = type.__new__(metacls, cls, bases, namespace, **kwds)
        for name in names:
            enum_class._add(name, values[name], data, made_by)
        if Flag is not None and issubclass(enum_class, Flag):
            mask = 0
            for item in enum_class._member_map_.values():
                mask |= item._value_
            enum_class._flag_mask_ = mask
            enum_class._member_names_[:] = [name for name in enum_class._member_names_
                                            if _is_single_bit(enum_class._member_map_[name]._value_)]
        return enum_class

    def _add(cls, name, value, data, made_by):
        args = value if isinstance(value, tuple) else (value,)
        if data is tuple:
            args = (args,)
        if made_by is not None:
            item = made_by(cls, *args)
        elif data is object:
            item = object.__new__(cls)
        else:
            item = data.__new__(cls, *args)
            if type(item) is not cls:
                item = _native._plain_instance(cls, item)
        if not hasattr(item, '_value_'):
            if data is object or made_by is not None and data is object:
                item._value_ = value
            else:
                item._value_ = data(*args)
        value = item._value_
        item._name_ = name
        item.__objclass__ = cls
        item._sort_order_ = len(cls._member_names_)
        init = cls.__init__
        if init is not object.__init__:
            item.__init__(*args)
        for other in cls._member_map_.values():
            if other._value_ == value:
                item = other
                break
        else:
            cls._member_names_.append(name)
        cls._member_map_[name] = item
        type.__setattr__(cls, name, item)
        try:
            cls._value2member_map_.setdefault(value, item)
        except TypeError:
            pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, type=type, start=start)

    def _create_(cls, class_name, names, *, module=None, type=None, start=1):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
            values = []
            pairs = []
            for count, name in enumerate(names):
                value = classdict._generate(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names.items() if isinstance(names, dict) else names:
            classdict[item[0]] = item[1]
        made = metacls.__new__(metacls, class_name, bases, classdict)
        if module is not None:
            made.__module__ = module
        return made

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if not isinstance(value, Enum) and cls._member_type_ is object and not cls._value2member_map_:
            return False
        try:
            return value in cls._value2member_map_
        except TypeError:
            return False

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return reversed([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @_property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)


EnumMeta = EnumType
Enum = Flag = None


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:
            for item in cls._member_map_.values():
                if item._value_ == value:
                    return item
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        if result is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _counting(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    @_property
    def name(self):
        return self._name_

    @_property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __dir__(self):
        return ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)

    __eq__ = int.__eq__
    __hash__ = int.__hash__


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) != 1 or not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        item = _native._plain_instance(cls, values[0])
        item._value_ = values[0]
        return item

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return str.__format__(self._value_, spec)

    __eq__ = str.__eq__
    __hash__ = str.__hash__


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._flag_mask_
        if value < 0:
            value = (1 << mask.bit_length()) + value if -value <= 1 << mask.bit_length() else value & mask
        loose = cls._member_type_ is int
        if value & ~mask and not loose:
            wide = max(value.bit_length(), mask.bit_length())
            raise ValueError(f'{cls!r} invalid value {value}\n    given 0b{0:01b} {value:0{wide}b}\n'
                             f'  allowed 0b{0:01b} {mask:0{wide}b}')
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        item = _native._plain_instance(cls, value) if loose else object.__new__(cls)
        item._value_ = value
        names = [name for name in cls._member_names_ if cls._member_map_[name]._value_ & value]
        item._name_ = '|'.join(names) or None
        if item._name_ and value & ~mask:
            item._name_ += f'|{value & ~mask}'
        return cls._value2member_map_.setdefault(value, item)

    def __repr__(self):
        if self._name_ is None:
            return f'<{type(self).__name__}: {self._value_!r}>'
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        if self._name_ is None:
            return f'{type(self).__name__}({self._value_!r})'
        return f'{type(self).__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([item for item in type(self) if item._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is int and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return type(self)(type(self)._flag_mask_ & ~self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self is other


class IntFlag(int, Flag):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)

    __eq__ = int.__eq__
    __hash__ = int.__hash__


def unique(enumeration):
    aliases = [(name, item._name_) for name, item in enumeration.__members__.items() if name != item._name_]
    if aliases:
        listed = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {listed}')
    return enumeration


UNIQUE = 'one name per value'
CONTINUOUS = 'no skipped integer values'


def verify(*checks):
    def decorate(enumeration):
        if UNIQUE in checks:
            unique(enumeration)
        return enumeration
    return decorate


def global_enum(cls, update_str=False):
    return cls
