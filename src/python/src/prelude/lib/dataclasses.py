"""dataclasses."""

from types import GenericAlias, MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _Named:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


MISSING = _Named('<dataclasses._MISSING_TYPE object>')
KW_ONLY = _Named('<dataclasses._KW_ONLY_TYPE object>')
_HAS_DEFAULT_FACTORY = _Named('<factory>')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        return f'dataclasses.InitVar[{getattr(self.type, "__name__", self.type)}]'


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 '_kind')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._kind = 'field'

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method is not None:
            # a descriptor as the default
            method(self.default, owner, name)

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},_field_type={self._kind})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Params:
    def __init__(self, **options):
        self.__dict__.update(options)


def _kind_of(annotation):
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return 'initvar'
    if annotation is KW_ONLY:
        return 'kw_only'
    if isinstance(annotation, str):
        text = annotation.replace('typing.', '').replace('dataclasses.', '')
        if text.startswith('ClassVar'):
            return 'classvar'
        if text.startswith('InitVar'):
            return 'initvar'
        return 'kw_only' if text == 'KW_ONLY' else 'field'
    text = getattr(annotation, '_name', None) or getattr(getattr(annotation, '__origin__', None), '_name', None)
    return 'classvar' if text == 'ClassVar' else 'field'


def _collect(cls, kw_only):
    collected = {}
    for base in cls.__mro__[-1:0:-1]:
        for f in base.__dict__.get(_FIELDS, {}).values():
            collected[f.name] = f
    seen_kw_only = False
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        kind = _kind_of(annotation)
        if kind == 'kw_only':
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            f = default
        else:
            if type(default).__name__ in ('member_descriptor',):
                default = MISSING
            f = field(default=default)
        f.name, f.type, f._kind = name, annotation, kind
        if kind == 'classvar' and f.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if kind == 'field' and f.default is not MISSING and type(f.default).__hash__ is None:
            raise ValueError(f'mutable default {type(f.default)} for field {name} is not allowed: use default_factory')
        if kind != 'field' and f.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
        collected[name] = f
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return collected


def _define(cls, name, parameters, body, names):
    """A method from source text, with these names around it."""
    # the class around it gives the name that messages about arguments show
    around = cls.__name__ if cls.__name__.isidentifier() else '_'
    space = dict(names)
    text = f'class {around}:\n def {name}({", ".join(parameters)}):\n'
    text += '\n'.join(['  ' + line for line in body or ['pass']]) + '\n'
    exec(text, space)
    method = space[around].__dict__[name]
    method.__qualname__ = f'{cls.__qualname__}.{name}'
    method.__module__ = cls.__module__
    return method


def _init(cls, all_fields, frozen, has_post_init, self_name, slots):
    names = {'MISSING': MISSING, '_factory': _HAS_DEFAULT_FACTORY, '_set': object.__setattr__}
    positional, keyword = [], []
    body = []
    seen_default = False
    annotations = {}
    for f in all_fields:
        if f._kind == 'classvar':
            continue
        default = f.default is not MISSING or f.default_factory is not MISSING
        if f.init:
            if not f.kw_only:
                if default:
                    seen_default = True
                elif seen_default:
                    raise TypeError(f'non-default argument {f.name!r} follows default argument')
            annotations[f.name] = f.type
            parameter = f.name
            if f.default is not MISSING:
                names[f'_dflt_{f.name}'] = f.default
                parameter += f'=_dflt_{f.name}'
            elif f.default_factory is not MISSING:
                parameter += '=_factory'
            (keyword if f.kw_only else positional).append(parameter)
        if f._kind == 'initvar':
            continue
        if f.default_factory is not MISSING:
            names[f'_make_{f.name}'] = f.default_factory
            value = f'_make_{f.name}()'
            if f.init:
                value = f'{value} if {f.name} is _factory else {f.name}'
        elif f.init:
            value = f.name
        elif slots and f.default is not MISSING:
            names[f'_dflt_{f.name}'] = f.default
            value = f'_dflt_{f.name}'
        else:
            continue
        body.append(f'_set({self_name}, {f.name!r}, {value})' if frozen else f'{self_name}.{f.name} = {value}')
    if has_post_init:
        passed = ', '.join([f.name for f in all_fields if f._kind == 'initvar'])
        body.append(f'{self_name}.__post_init__({passed})')
    parameters = [self_name] + positional + (['*'] + keyword if keyword else [])
    method = _define(cls, '__init__', parameters, body, names)
    method.__annotations__ = {**annotations, 'return': None}
    return method


_running = {}


def _repr_method(cls, names):
    def __repr__(self):
        _thread_number = _native._thread_number
        key = (id(self), _thread_number())
        if key in _running:
            return '...'
        _running[key] = True
        try:
            return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"
        finally:
            del _running[key]
    return __repr__


def _tuple_of(names):
    inner = ''.join([f'self.{name},' for name in names])
    return eval(f'lambda self: ({inner})')


def _eq_method(cls, names):
    values = _tuple_of(names)

    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented
    return __eq__


def _order_methods(cls, names):
    values = _tuple_of(names)

    def __lt__(self, other):
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return values(self) > values(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return values(self) >= values(other) if other.__class__ is self.__class__ else NotImplemented
    return __lt__, __le__, __gt__, __ge__


def _hash_method(cls, names):
    values = _tuple_of(names)

    def __hash__(self):
        return hash(values(self))
    return __hash__


def _frozen_methods(cls, names):
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _add(cls, method):
    method.__qualname__ = f'{cls.__qualname__}.{method.__name__}'
    method.__module__ = cls.__module__
    if method.__name__ in cls.__dict__:
        return True
    setattr(cls, method.__name__, method)
    return False


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    any_frozen = has_base = False
    for base in cls.__mro__[-1:0:-1]:
        if base.__dict__.get(_FIELDS) is not None:
            has_base = True
            any_frozen = any_frozen or base.__dict__[_PARAMS].frozen
    if has_base:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    collected = _collect(cls, kw_only)
    setattr(cls, _FIELDS, collected)
    setattr(cls, _PARAMS, _Params(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                                  match_args=match_args, kw_only=kw_only, slots=slots))
    all_fields = list(collected.values())
    plain = [f for f in all_fields if f._kind == 'field']
    own_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    if init:
        names = [f.name for f in all_fields]
        method = _init(cls, all_fields, frozen, hasattr(cls, '__post_init__'),
                       '__dataclass_self__' if 'self' in names else 'self', slots)
        if '__init__' not in cls.__dict__:
            cls.__init__ = method
    if repr:
        _add(cls, _repr_method(cls, [f.name for f in plain if f.repr]))
    compared = [f.name for f in plain if f.compare]
    defines_eq = '__eq__' in cls.__dict__
    if eq:
        _add(cls, _eq_method(cls, compared))
    if order:
        for method in _order_methods(cls, compared):
            if _add(cls, method):
                raise TypeError(f'Cannot overwrite attribute {method.__name__} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
    if frozen:
        for method in _frozen_methods(cls, [f.name for f in plain]):
            if _add(cls, method):
                raise TypeError(f'Cannot overwrite attribute {method.__name__} in class {cls.__name__}')
    hashed = [f.name for f in plain if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        cls.__hash__ = _hash_method(cls, hashed)
    elif eq and not explicit_hash:
        cls.__hash__ = _hash_method(cls, hashed) if frozen else None
    if not getattr(cls, '__doc__', None):
        cls.__doc__ = cls.__name__ + _signature(all_fields)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in all_fields if f.init and not f.kw_only and f._kind != 'classvar'])
    if slots:
        cls = _with_slots(cls, frozen, [f.name for f in plain])
    return cls


def _shown_type(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _signature(all_fields):
    """The parameters of `__init__` as `inspect` shows them."""
    positional, keyword = [], []
    for f in all_fields:
        if f._kind == 'classvar' or not f.init:
            continue
        text = f'{f.name}: {_shown_type(f.type)}'
        if f.default is not MISSING:
            text += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        (keyword if f.kw_only else positional).append(text)
    return f"({', '.join(positional + (['*'] + keyword if keyword else []))})"


def _with_slots(cls, frozen, names):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    if frozen:
        namespace.pop('__setattr__', None)
        namespace.pop('__delattr__', None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        for method in _frozen_methods(made, names):
            _add(made, method)
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if f._kind == 'field'])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _converted(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, factory):
    if _is_instance(obj):
        return factory([(f.name, _converted(getattr(obj, f.name), factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_converted(item, factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_converted(item, factory) for item in obj])
    if isinstance(obj, dict):
        return type(obj)([(_converted(key, factory), _converted(value, factory)) for key, value in obj.items()])
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    import keyword
    space = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            kind = 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, space[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = kind
    space['__annotations__'] = annotations
    import types
    cls = types.new_class(cls_name, bases, {}, lambda ns: ns.update(space))
    return dataclass(cls, **options)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if f._kind == 'classvar':
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._kind == 'initvar' and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)
