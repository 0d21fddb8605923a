"""enum: classes whose instances are a fixed list of named values."""

import sys
from types import DynamicClassAttribute, MappingProxyType
from builtins import property as _property

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

# These are classes once the module has run; the metaclass meets the first ones before that.
Enum = Flag = ReprEnum = EJECT = KEEP = None

_nothing = object()


def _deprecated(words, level):
    import warnings
    warnings.warn(words, DeprecationWarning, stacklevel=level + 1)


# -- names and values

def _surrounded(name, marks):
    """Whether a name has exactly `marks` at both ends, and something between."""
    size = len(marks)
    inner = name[size:-size]
    return (name.startswith(marks) and name.endswith(marks) and inner != ''
            and not inner.startswith('_') and not inner.endswith('_'))


def _is_sunder(name):
    return _surrounded(name, '_')


def _is_dunder(name):
    return _surrounded(name, '__')


def _is_private(owner, name):
    """Whether the compiler made this of a name with two leading underscores in the body of class `owner`."""
    hidden = f'_{owner}__'
    own_part = name.removeprefix(hidden)
    return own_part not in ('', name) and own_part[0] != '_' and not name.endswith('__')


def _is_descriptor(value):
    return any([hasattr(value, part) for part in ('__get__', '__set__', '__delete__')])


def _is_enum(value):
    return isinstance(value, EnumType)


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


def _role_of(namespace, name, value):
    """What an assignment in the class body is: 'plain', 'dunder', 'setting' (of the enum itself) or 'member'."""
    if _is_private(namespace._cls_name, name):
        return 'plain'
    if _is_sunder(name):
        return 'setting'
    if _is_dunder(name):
        return 'dunder'
    if name in namespace._member_names:
        raise TypeError(f'{name!r} already defined as {namespace[name]!r}')
    if name in namespace._ignore or isinstance(value, nonmember):
        return 'plain'
    if _is_descriptor(value):
        return 'plain'
    if name in namespace:
        raise TypeError(f'{name!r} already defined as {namespace[name]!r}')
    return 'member'


def _defined_inside(namespace, value):
    """Whether a value is a class whose definition stands in the body of the enum."""
    path = getattr(value, '__qualname__', '').split('.') if isinstance(value, type) else ()
    return len(path) > 1 and path[-2] == namespace._cls_name


def _power_of_two(number):
    return number > 0 and number.bit_count() == 1


def _bits(number):
    """The bits of a number as numbers, the lowest first."""
    number = number.value if isinstance(number, Enum) else number
    if number < 0:
        raise ValueError(f'{number!r} is not a positive integer')
    return [1 << place for place in range(number.bit_length()) if number >> place & 1]


def show_flag_values(value):
    return _bits(value)


def bin(num, max_bits=None):
    """Binary digits with the sign bit set apart: 0b0 1010 for 10, 0b1 0101 for ~10."""
    sign, width = ('0', num.bit_length()) if num >= 0 else ('1', (~num).bit_length())
    shown = num if num >= 0 else num + (1 << width + (num == -(1 << width)))
    digits = f'{shown:b}'.rjust(width, '0')[-width:] if width else ''
    if num < 0:
        width = num.bit_length()
        digits = f'{num + (1 << width):b}'.rjust(width, '0') if num + (1 << width) else '0' * width
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return f'0b{sign} {digits}'


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value to be made by `_generate_next_value_`."""

    def __init__(self, value=_nothing):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})' if self.value is not _nothing else 'auto(_auto_null)'


class property(DynamicClassAttribute):
    """A property of members; read on the class, the name is that of a member."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self.name, _nothing)
            if found is _nothing:
                raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
            return found
        if self.fget is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.clsname, self.name = ownerclass.__name__, name


class _Roster:
    """Stands in the namespace for all members: when the class is there, and before `__init_subclass__` sees it, it makes them."""

    def __init__(self, given):
        self.given = given

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        for member_name, value in self.given:
            self.enlist(cls, member_name, value)

    def enlist(self, cls, name, given):
        made = self.construct(cls, name, given)
        flag = _is_flag(cls)
        known = self.alias_of(cls, made._value_)
        if known is None and (not flag or _power_of_two(made._value_)):
            cls._member_names_.append(name)
        if flag and isinstance(made._value_, int):
            self.count_bits(cls, made._value_)
        kept = made if known is None else known
        self.publish(cls, name, kept)
        cls._member_map_[name] = kept
        try:
            cls._value2member_map_.setdefault(made._value_, kept)
        except TypeError:
            cls._unhashable_values_.append(made._value_)

    @staticmethod
    def construct(cls, name, given):
        args = (given,) if cls._member_type_ is tuple or not isinstance(given, tuple) else given
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, '_value_'):
            kind = cls._member_type_
            try:
                made._value_ = given if kind is object else kind(*args)
            except Exception as failure:
                raise TypeError('_value_ not set in __new__, unable to create it') from failure
        made._name_, made.__objclass__ = name, cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        return made

    @staticmethod
    def count_bits(cls, value):
        cls._flag_mask_ |= value
        cls._singles_mask_ |= value if _power_of_two(value) else 0
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1

    @staticmethod
    def alias_of(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            equal = [other for other in cls._member_map_.values() if other._value_ == value]
            return equal[0] if equal else None

    @staticmethod
    def publish(cls, name, item):
        """Puts a member into its class; behind a property of the same name where a base has one."""
        covered = None
        for base in cls.__mro__[1:]:
            inherited = base.__dict__.get(name)
            if isinstance(inherited, (_property, DynamicClassAttribute)):
                covered = inherited
                break
            if inherited is not None and all([hasattr(inherited, part) for part in ('fget', 'fset', 'fdel')]):
                covered = inherited
        if covered is not None:
            window = property()
            window.member, window.name, window.clsname = item, name, cls.__name__
            for part in ('fget', 'fset', 'fdel'):
                setattr(window, part, getattr(covered, part, None))
            item = window
        type.__setattr__(cls, name, item)


_RESERVED = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
             '_iter_member_by_value_', '_iter_member_by_def_')


class EnumDict(dict):
    """The namespace of an enum's class body: decides what becomes a member, and gives `auto()` its value."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._values_made = False
        self._cls_name = None

    def __setitem__(self, key, value):
        if _defined_inside(self, value):
            _deprecated('In 3.13 classes created inside an enum will not become a member.  Use the `member` '
                        'decorator to keep the current behavior.', 2)
        role = _role_of(self, key, value)
        if role == 'setting':
            value = self._set_sunder(key, value)
        elif role == 'member':
            value = self._add_member(key, value.value if isinstance(value, member) else value)
        else:
            value = value.value if isinstance(value, nonmember) else value
        super().__setitem__('_order_' if key == '__order__' else key, value)

    def _set_sunder(self, key, value):
        if key not in _RESERVED:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key.startswith('_generate'):
            if self._values_made:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            late = set(value) & set(self._member_names)
            if late:
                raise ValueError(f'_ignore_ cannot specify already set names: {late!r}')
        return value

    def _add_member(self, key, value):
        self._member_names.setdefault(key)
        if isinstance(value, auto):
            return self._made(key, value)
        if type(value) is tuple and any([isinstance(part, auto) for part in value]):
            return tuple([self._made(key, part) if isinstance(part, auto) else part for part in value])
        self._last_values += [value]
        return value

    def _made(self, key, mark):
        if mark.value is _nothing:
            count = len(self._member_names) - 1
            mark.value = self._generate_next_value(key, 1, count, self._last_values[:])
            self._values_made = True
        self._last_values.append(mark.value)
        return mark.value

    def update(self, members, **more_members):
        pairs = members.items() if hasattr(members, 'items') else members
        for name, value in (*pairs, *more_members.items()):
            self[name] = value


_EnumDict = EnumDict
_SHOWN_BY = ('__repr__', '__str__', '__reduce_ex__', '__format__')
_FLAG_OPERATORS = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


class EnumType(type):
    """The metaclass: makes members of names, and the class a container of them."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        parent = _origins(cls, bases)[1]
        body = EnumDict()
        body._cls_name = cls
        if parent is not None:
            body['_generate_next_value_'] = getattr(parent, '_generate_next_value_', None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return type.__new__(metacls, cls, bases, classdict, **kwds)
        names = classdict._member_names
        ignored = [*classdict.get('_ignore_', ()), '_ignore_']
        for name in ignored:
            classdict.pop(name, None)
        invalid = set(names) & {'mro', ''}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(name) for name in invalid])}")
        order = classdict.pop('_order_', None)
        namespace = dict(classdict.items())
        generate = namespace.get('_generate_next_value_')
        if generate is not None and type(generate) is not staticmethod:
            namespace['_generate_next_value_'] = staticmethod(generate)
        data, first_enum = _origins(cls, bases)
        make, own_new, use_args = _maker(namespace, data, first_enum)
        roster = _Roster([(name, namespace.pop(name)) for name in names])
        namespace.update({
            '_roster_': roster,
            '_new_member_': make, '_use_args_': use_args, '_member_names_': [], '_member_map_': {},
            '_value2member_map_': {}, '_unhashable_values_': [], '_member_type_': data,
            '_value_repr_': _value_shower(bases),
            '_boundary_': boundary or getattr(first_enum, '_boundary_', None), '_flag_mask_': 0,
            '_singles_mask_': 0, '_all_bits_': 0, '_inverted_': None})
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
            failure = None
        except RuntimeError as error:
            # what a member's __new__ or __init__ raised comes wrapped
            failure = error.__cause__ or error
        if failure is not None:
            raise failure
        defined = {**namespace, **enum_class.__dict__}
        metacls._choose_methods(enum_class, defined, bases, data, first_enum)
        if Enum is not None:
            if own_new:
                type.__setattr__(enum_class, '__new_member__', make)
            type.__setattr__(enum_class, '__new__', Enum.__new__)
        if _is_flag(enum_class):
            values = [item._value_ for item in enum_class]
            if values != sorted(values):
                type.__setattr__(enum_class, '_iter_member_', enum_class._iter_member_by_def_)
        elif Flag is not None or cls != 'Flag':
            for name in ('_boundary_', '_flag_mask_', '_singles_mask_', '_all_bits_', '_inverted_'):
                type.__delattr__(enum_class, name)
        if order is not None:
            metacls._check_order(enum_class, order)
        return enum_class

    @staticmethod
    def _choose_methods(enum_class, defined, bases, data, first_enum):
        """How members show is the enum's business, not the mixed-in type's; a ReprEnum leaves it to the type."""
        def put(name, method):
            type.__setattr__(enum_class, name, method)
            defined[name] = method

        if None is not ReprEnum in bases:
            if data is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            if '__format__' not in defined:
                put('__format__', data.__format__)
            if '__str__' not in defined:
                put('__str__', data.__repr__ if data.__str__ is object.__str__ else data.__str__)
        for name in _SHOWN_BY if first_enum is not None else ():
            if name not in defined:
                if getattr(enum_class, name) in (getattr(data, name, None), getattr(object, name, None)):
                    put(name, getattr(first_enum, name))
        for name in _FLAG_OPERATORS if _is_flag(enum_class) else ():
            if name not in defined:
                put(name, getattr(Flag, name))

    @staticmethod
    def _check_order(enum_class, order):
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        kept = enum_class._member_map_
        order = [name for name in order
                 if name not in kept or name in enum_class._member_names_]
        if order != enum_class._member_names_:
            raise TypeError(f'member order does not match _order_:\n  {enum_class._member_names_!r}\n  {order!r}')

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            find = cls.__new__
            return find(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not _is_enum(type(member)):
            _deprecated('in 3.12 __contains__ will no longer raise TypeError, but will return True or\n'
                        'False depending on whether the value is a member or the value of a member', 2)
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and "
                            f"'{cls.__class__.__qualname__}'")
        return member._name_ in cls._member_map_ if isinstance(member, cls) else False

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        type.__delattr__(cls, attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        type.__setattr__(cls, name, value)

    def __dir__(cls):
        shown = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                 '__module__', '__name__', '__qualname__', *cls._member_names_}
        kind, make, hook = cls._member_type_, cls._new_member_, cls.__init_subclass__
        if make is not object.__new__:
            shown.add('__new__')
        if hook is not object.__init_subclass__:
            shown.add('__init_subclass__')
        if kind is not object:
            shown.update(dir(kind))
        return sorted(shown)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        named = cls._member_map_
        return (named[name] for name in cls._member_names_)

    def __reversed__(cls):
        named = cls._member_map_
        return (named[name] for name in cls._member_names_[::-1])

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if _is_flag(cls) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional interface: `Color = Enum('Color', 'RED GREEN')`."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(class_name, bases)
        for name, value in _named_values(cls, names, start):
            body[name] = value
        if module is None:
            # the VM may leave out the frames of its library: the first that is not of this module has asked
            frame = sys._getframe()
            while frame is not None and frame.f_globals.get('__name__') == __name__:
                frame = frame.f_back
            module = frame and frame.f_globals.get('__name__')
        if module is not None:
            body['__module__'] = module
        else:
            _make_class_unpicklable(body)
        if qualname is not None:
            body['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """An enum made of constants of a module, which it replaces."""
        target = sys.modules[module].__dict__
        found = [(key, value) for key, value in (source.__dict__ if source else target).items() if filter(key)]
        try:
            found.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            found.sort(key=lambda pair: pair[0])
        made = cls(name, found, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        target[name] = made
        return made

    def _add_member_(cls, name, member):
        cls._member_map_[name] = member


EnumMeta = EnumType


# -- what an enum has from its bases

def _named_values(cls, names, start):
    """Pairs of name and value of what the functional interface was given."""
    words = names.replace(',', ' ').split() if isinstance(names, str) else names
    if not words:
        return
    if isinstance(words, (tuple, list)) and isinstance(words[0], str):
        given = []
        for name in words:
            given.append(cls._generate_next_value_(name, start, len(given), given[:]))
            yield name, given[-1]
        return
    for entry in words:
        yield (entry, words[entry]) if isinstance(entry, str) else entry


def _origins(name, bases):
    """The type of the values, and the enum class that stands last among the bases."""
    if not bases:
        return object, Enum
    for ancestor in [ancestor for base in bases for ancestor in base.__mro__]:
        if _is_enum(ancestor) and ancestor._member_names_:
            raise TypeError(f'<enum {name!r}> cannot extend {ancestor!r}')
    if not _is_enum(bases[-1]):
        raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] '
                        'enum_type)`')
    kinds = {_value_type(base) for base in bases} - {None}
    if len(kinds) > 1:
        raise TypeError(f'too many data types for {name!r}: {kinds!r}')
    return (kinds.pop() if kinds else object), bases[-1]


def _value_type(base):
    """The type that a base brings for values: that of its enum, or the first class before one that makes objects."""
    first = None
    for ancestor in base.__mro__[:-1]:
        if not _is_enum(ancestor):
            first = first or ancestor
            if not {'__new__', '__dataclass_fields__'}.isdisjoint(ancestor.__dict__):
                return first
        elif ancestor._member_type_ is not object:
            return ancestor._member_type_
    return None


def _value_shower(bases):
    """The function that shows values, of the first ancestor that says how."""
    for ancestor in [ancestor for base in bases for ancestor in base.__mro__ if ancestor is not object]:
        if _is_enum(ancestor):
            return ancestor._value_repr_
        show = ancestor.__dict__.get('__repr__')
        if show is not None:
            return show
    return None


def _maker(body, data, parent):
    """What makes members; whether it is the class's own; whether it takes the values."""
    lookup = Enum.__dict__['__new__'].__func__ if Enum is not None else None
    own = body.get('__new__')
    own = own.__func__ if isinstance(own, staticmethod) else own
    make = own
    if make is None:
        offers = [getattr(source, method, None) for method in ('__new_member__', '__new__')
                  for source in (data, parent)]
        make = next((offer for offer in offers if offer not in (None, object.__new__, lookup)), object.__new__)
    if parent is None:
        return make, False, False
    return make, own is not None, make not in (lookup, object.__new__)


def _make_class_unpicklable(target):
    def refuse(self, proto):
        raise TypeError(f'{self!r} cannot be pickled')
    for name, value in (('__reduce_ex__', refuse), ('__module__', '<unknown>')):
        if isinstance(target, type):
            type.__setattr__(target, name, value)
        else:
            target[name] = value


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        """`Color(1)`: the member of a value."""
        if type(value) is cls:
            return value
        known = _Roster.alias_of(cls, value)
        if known is not None:
            return known
        wrong = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        try:
            stand_in = cls._missing_(value)
        except ValueError:
            raise
        except Exception as failure:
            failure.__context__ = wrong
            raise
        pseudo = _is_flag(cls) and cls._boundary_ is EJECT and isinstance(stand_in, int)
        if isinstance(stand_in, cls) or pseudo:
            return stand_in
        if stand_in is None:
            raise wrong
        failure = TypeError(f'error in {cls.__name__}._missing_: returned {stand_in!r} instead of None or a valid member')
        failure.__context__ = wrong
        raise failure

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        last = last_values[-1]
        try:
            highest = max(last_values)
            if highest == last:
                return last + 1
        except TypeError:
            pass
        _deprecated('In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable '
                    'and support adding +1\nand the value returned will be the largest value in the enum '
                    'incremented by 1', 4)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                continue
        return start

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @classmethod
    def _missing_(cls, value):
        """The member that a value without one stands for; a class of one's own says which."""

    def __hash__(self):
        return hash(self._name_)

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        shown = set() if self.__class__._member_type_ is object else set(object.__dir__(self))
        shown.update([name for name in getattr(self, '__dict__', ()) if name[0] != '_'])
        for name, found in [pair for owner in type(self).__mro__ for pair in owner.__dict__.items()]:
            if name.startswith('_'):
                continue
            if name in self._member_map_ and (not isinstance(found, property) or found.fget is None):
                shown.discard(name)
            else:
                shown.add(name)
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__'} | shown)

    def __format__(self, format_spec):
        shown = str(self)
        return str.__format__(shown, format_spec)


class ReprEnum(Enum):
    """Changes the repr alone: str() and format() are those of the mixed-in type."""


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        for what, value in zip(('encoding', 'errors'), values[1:]):
            if not isinstance(value, str):
                raise TypeError(f'{what} must be a string, not {value!r}')
        value = str(*values)
        item = str.__new__(cls, value)
        item._value_ = value
        return item

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


_reduce_ex_by_global_name = pickle_by_global_name


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        last = max(last_values)
        try:
            return 2 ** (last.bit_length())
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda item: item._sort_order_)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._singles_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, every, rule = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~every <= value <= every or value & (every ^ mask):
            if rule is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n'
                                 f'  allowed {bin(mask, width)}')
            if rule is CONFORM:
                value &= mask
            elif rule is EJECT:
                return value
            elif rule is not KEEP:
                raise ValueError(f'{cls!r} unknown flag boundary {rule!r}')
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        negative = None
        if value < 0:
            negative = value
            value += every + 1
        unknown = value & ~mask
        if unknown and rule is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]')
        kind = cls._member_type_
        if kind is not object:
            item = (getattr(cls, '__new_member__', None) or kind.__new__)(cls, value)
        else:
            item = object.__new__(cls)
        if not hasattr(item, '_value_'):
            item._value_ = value
        parts = list(cls._iter_member_(value))
        if value & ~cls._singles_mask_:
            # bits without a member of their own: whoever contains them is named too
            for other in cls._member_map_.values():
                if other not in parts and other._value_ and other._value_ & ~value == 0:
                    parts.append(other)
        rest = value
        for part in parts:
            rest &= ~part._value_
        if parts and rest and rule is STRICT:
            raise ValueError(f'{cls!r}: no members with value {rest!r}')
        names = [part._name_ for part in parts]
        if names and rest:
            names.append(cls._numeric_repr_(rest))
        item._name_ = '|'.join(names) or None
        item = cls._value2member_map_.setdefault(value, item)
        if negative is not None:
            cls._value2member_map_[negative] = item
        return item

    def __contains__(self, other):
        own = self.__class__
        if isinstance(other, own):
            asked = other._value_
            return asked & self._value_ == asked
        raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {own.__qualname__!r}")

    def __len__(self):
        return self._value_.bit_count()

    def __iter__(self):
        for part in self._iter_member_(self._value_):
            yield part

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        name = '' if self._name_ is None else f'.{self._name_}'
        return f'<{self.__class__.__name__}{name}: {show(self._value_)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return self._value_ != 0

    def _operand(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        opposite = self._inverted_
        if opposite is None:
            value = ~self._value_
            if self._boundary_ not in (KEEP, EJECT):
                value &= self._singles_mask_
            opposite = self._inverted_ = self.__class__(value)
        return opposite

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


# -- checks

def unique(enumeration):
    aliases = [(name, item.name) for name, item in enumeration.__members__.items() if name != item.name]
    if aliases:
        listed = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {listed}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that holds an enum to rules."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        rules = {UNIQUE: self._unique, CONTINUOUS: self._continuous, NAMED_FLAGS: self._named_flags}
        for check in self.checks:
            if check in rules:
                rules[check](enumeration)
        return enumeration

    @staticmethod
    def _unique(enumeration):
        aliases = [f'{name} -> {item.name}' for name, item in enumeration.__members__.items() if name != item.name]
        if aliases:
            raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")

    @staticmethod
    def _continuous(enumeration):
        values = set([item.value for item in enumeration])
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if _is_flag(enumeration):
            kind = 'flag'
            missing = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
        else:
            kind = 'enum'
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            listed = ', '.join([str(value) for value in missing])
            raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values {listed}'[:256])

    @staticmethod
    def _named_flags(enumeration):
        values = [item._value_ for item in enumeration]
        names, missing = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            gone = [bit for bit in _bits(alias.value) if bit not in values]
            if gone:
                names.append(name)
                for bit in gone:
                    missing |= bit
        if not names:
            return
        if len(names) == 1:
            which = f'alias {names[0]} is missing'
        else:
            which = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        if _power_of_two(missing):
            what = f'value {missing:#x}'
        else:
            what = f'combined values of {missing:#x}'
        raise ValueError(f'invalid Flag {enumeration.__name__!r}: {which} {what} '
                         f'[use enum.show_flag_values(value) for details]')


# -- enums whose members are names of a module

def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    if _power_of_two(self._value_):
        return f'{module}.{self._name_}'
    if self._boundary_ is not KEEP:
        return '|'.join([f'{module}.{name}' for name in self.name.split('|')])
    return '|'.join([name if name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|')])


def global_str(self):
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enum of a plain class."""
    def convert(cls):
        namespace = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__'):
                namespace[name] = value
        made = etype.__class__(cls.__name__, (etype,), namespace, boundary=boundary)
        return made
    return convert


def _test_simple_enum(checked_enum, simple_enum):
    """Whether an enum made by `_simple_enum` is as one made by a class statement."""
    differences = []
    for name in sorted(set(checked_enum.__members__) | set(simple_enum.__members__)):
        first, second = checked_enum.__members__.get(name), simple_enum.__members__.get(name)
        if first is None:
            differences.append(f'extra: member {name!r}')
        elif second is None:
            differences.append(f'missing: member {name!r}')
        elif first._value_ != second._value_ or first._name_ != second._name_:
            differences.append(f'{name}: {first!r} and {second!r}')
    if checked_enum._member_type_ is not simple_enum._member_type_:
        differences.append('the types of the values')
    if differences:
        raise TypeError('enum mismatch:\n   ' + '\n   '.join(differences))


_old_convert_ = EnumType._convert_
