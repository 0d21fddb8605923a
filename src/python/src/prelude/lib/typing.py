"""typing: names for annotations; nothing is checked."""

import collections
import collections.abc
import contextlib
from abc import ABCMeta, abstractmethod
from types import GenericAlias as _GenericAlias


class _Special:
    """A name that can be subscripted: `Optional`, `List`."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin
        self.__module__ = 'typing'
        self.__name__ = name

    def __getitem__(self, args):
        if self._name == 'Optional':
            return Union[args, None]
        if self._name == 'Union':
            args = args if isinstance(args, tuple) else (args,)
            flat = []
            for arg in args:
                arg = type(None) if arg is None else arg
                parts = arg.__args__ if isinstance(arg, _Subscripted) and arg.__origin__ is Union else (arg,)
                for part in parts:
                    if part not in flat:
                        flat.append(part)
            return flat[0] if len(flat) == 1 else _Subscripted(self, tuple(flat))
        if self._name == 'Annotated':
            return _Subscripted(self, args)
        args = args if isinstance(args, tuple) else (args,)
        if self._name != 'Literal':
            args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in args])
        return _Subscripted(self, args)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError(f'Cannot instantiate typing.{self._name}')
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, instance):
        if self._name == 'Any' or self.__origin__ is None:
            raise TypeError(f'typing.{self._name} cannot be used with isinstance()')
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(f'typing.{self._name} cannot be used with issubclass()')
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        return () if self.__origin__ is None else (self.__origin__,)

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name


def _shown(arg):
    if arg is type(None):
        return 'None'
    if arg is ...:
        return '...'
    if isinstance(arg, (list, tuple)):
        return '[' + ', '.join([_shown(item) for item in arg]) + ']'
    if isinstance(arg, type) and not isinstance(arg, _GenericAlias):
        return arg.__qualname__ if arg.__module__ == 'builtins' else f'{arg.__module__}.{arg.__qualname__}'
    return repr(arg)


class _Subscripted:
    def __init__(self, special, args):
        self._special = special
        self._name = getattr(special, '_name', None)
        self.__args__ = args
        self.__parameters__ = tuple([arg for arg in args if isinstance(arg, TypeVar)])
        origin = special.__origin__ if isinstance(special, _Special) and special.__origin__ is not None else special
        self.__origin__ = args[0] if self._name == 'Annotated' else origin
        if self._name == 'Annotated':
            self.__metadata__ = args[1:]

    def __getitem__(self, args):
        return _Subscripted(self._special, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __eq__(self, other):
        if not isinstance(other, _Subscripted):
            return NotImplemented
        if self._name == 'Union':
            return self._special is other._special and set(self.__args__) == set(other.__args__)
        return self._special is other._special and self.__args__ == other.__args__

    def __hash__(self):
        return hash((id(self._special), frozenset(self.__args__) if self._name == 'Union' else self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, type):
            return (origin,)
        return ()

    def __repr__(self):
        args = self.__args__
        if self._name == 'Union' and len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_shown(args[0] if args[1] is type(None) else args[1])}]'
        if isinstance(self._special, type):
            return f'{_shown(self._special)}[{", ".join([_shown(arg) for arg in args])}]'
        return f'{self._special!r}[{", ".join([_shown(arg) for arg in args])}]'


class _AnyMeta(type):
    def __repr__(cls):
        return 'typing.Any' if cls is Any else super().__repr__()

    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __or__(cls, other):
        return Union[cls, other]

    def __ror__(cls, other):
        return Union[other, cls]


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


NoReturn, Never, Self, LiteralString, TypeAlias = (
    _Special('NoReturn'), _Special('Never'), _Special('Self'), _Special('LiteralString'), _Special('TypeAlias'))
Union, Optional, Literal, ClassVar, Final = (
    _Special('Union'), _Special('Optional'), _Special('Literal'), _Special('ClassVar'), _Special('Final'))
Annotated, Concatenate, TypeGuard, Required, NotRequired, Unpack = (
    _Special('Annotated'), _Special('Concatenate'), _Special('TypeGuard'), _Special('Required'),
    _Special('NotRequired'), _Special('Unpack'))
List, Dict, Set, FrozenSet, Tuple, Type = (
    _Special('List', list), _Special('Dict', dict), _Special('Set', set), _Special('FrozenSet', frozenset),
    _Special('Tuple', tuple), _Special('Type', type))
DefaultDict, OrderedDict, Counter, ChainMap, Deque = (
    _Special('DefaultDict', collections.defaultdict), _Special('OrderedDict', collections.OrderedDict),
    _Special('Counter', collections.Counter), _Special('ChainMap', collections.ChainMap),
    _Special('Deque', collections.deque))


def _of_abc(name):
    return _Special(name, getattr(collections.abc, name))


Callable, Iterable, Iterator, Generator, Reversible, Container, Collection, Hashable, Sized = [
    _of_abc(name) for name in ('Callable', 'Iterable', 'Iterator', 'Generator', 'Reversible', 'Container', 'Collection',
                               'Hashable', 'Sized')]
Sequence, MutableSequence, Mapping, MutableMapping, MutableSet, KeysView, ItemsView, ValuesView = [
    _of_abc(name) for name in ('Sequence', 'MutableSequence', 'Mapping', 'MutableMapping', 'MutableSet', 'KeysView',
                               'ItemsView', 'ValuesView')]
Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator = [
    _of_abc(name) for name in ('Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator')]
AbstractSet = _Special('AbstractSet', collections.abc.Set)
ContextManager = _Special('ContextManager', contextlib.AbstractContextManager)
AsyncContextManager = _Special('AsyncContextManager', contextlib.AbstractAsyncContextManager)
Pattern, Match = _Special('Pattern'), _Special('Match')
Text = str
TYPE_CHECKING = False


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _Special(f'{self.__name__}.args')

    @property
    def kwargs(self):
        return _Special(f'{self.__name__}.kwargs')


class TypeVarTuple(TypeVar):
    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar('AnyStr', bytes, str)


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        return _Subscripted(cls, args if isinstance(args, tuple) else (args,))


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get('_is_protocol'):
            if not cls.__dict__.get('_is_runtime'):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            for name in _members(cls):
                if not hasattr(instance, name):
                    return super().__instancecheck__(instance)
            return True
        return super().__instancecheck__(instance)


def _members(cls):
    names = []
    for base in cls.__mro__[:-1]:
        if base.__dict__.get('_is_protocol'):
            for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())):
                if not name.startswith(('_abc', '_is_')) and name not in _NOT_MEMBERS and name not in names:
                    names.append(name)
    return names


_NOT_MEMBERS = ('__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__annotations__', '__slots__',
                '__abstractmethods__', '__parameters__', '__orig_bases__', '__init__', '__subclasshook__',
                '__class_getitem__', '__hash__', '__init_subclass__', '__firstlineno__', '__match_args__')


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    if type(self).__dict__.get('_is_protocol'):
        raise TypeError('Protocols cannot be instantiated')


def runtime_checkable(cls):
    cls._is_runtime = True
    return cls


class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): ...


class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): ...


class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self): ...


class SupportsAbs(Protocol):
    @abstractmethod
    def __abs__(self): ...


for _cls in (SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs):
    runtime_checkable(_cls)
del _cls


def NamedTuple(typename, fields=(), /, **kwargs):
    fields = list(fields) + list(kwargs.items())
    made = collections.namedtuple(typename, [name for name, _ in fields])
    made.__annotations__ = dict(fields)
    return made


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        fields = namespace.get('__annotations__', {})
        defaults = []
        for field in fields:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field')
        made = collections.namedtuple(name, list(fields), defaults=defaults, module=namespace.get('__module__'))
        made.__annotations__ = dict(fields)
        for key, value in namespace.items():
            if key not in fields and key not in ('__annotations__', '__module__', '__qualname__', '__classcell__'):
                setattr(made, key, value)
        made.__qualname__ = namespace.get('__qualname__', name)
        return made


_named_tuple_base = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


def _named_tuple_bases(bases):
    return (_named_tuple_base,)


class _Function:
    """A function that can stand among the bases of a class."""

    def __init__(self, func, bases):
        self._func = func
        self.__mro_entries__ = bases
        self.__name__ = func.__name__

    def __call__(self, *args, **kwargs):
        return self._func(*args, **kwargs)

    def __repr__(self):
        return f'<function {self.__name__}>'


class _NamedTuple(_Function):
    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __init__(self, func):
        self._func = func
        self.__name__ = func.__name__


NamedTuple = _NamedTuple(NamedTuple)


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
        annotations.update(namespace.get('__annotations__', {}))
        made = type.__new__(mcls, name, (dict,), dict(namespace))
        made.__annotations__ = annotations
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


_typed_dict_base = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDict(_Function):
    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __init__(self, func):
        self._func = func
        self.__name__ = func.__name__


def _typed_dict(typename, fields, /, *, total=True):
    return _TypedDictMeta(typename, (_typed_dict_base,), {'__annotations__': dict(fields)}, total=total)


TypedDict = _TypedDict(_typed_dict)


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__supertype__ = tp

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f'__main__.{self.__name__}'

    def __or__(self, other):
        return Union[self, other]


def cast(typ, val):
    return val


def overload(func):
    return _overloaded


def _overloaded(*args, **kwargs):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def _identity(arg):
    return arg


final = no_type_check = override = _identity


def _evaluated(hint, space, local):
    """A hint with the names in its texts looked up."""
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        return _evaluated(eval(hint, space, local), space, local)
    if isinstance(hint, _Subscripted) and hint._name not in ('Literal', 'Annotated'):
        args = tuple([_evaluated(arg, space, local) if isinstance(arg, (str, ForwardRef, _Subscripted)) else arg
                      for arg in hint.__args__])
        if args != hint.__args__:
            return _Subscripted(hint._special, args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            space = globalns if globalns is not None else getattr(sys.modules.get(base.__module__), '__dict__', {})
            for name, hint in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _evaluated(hint, space, localns if localns is not None else dict(vars(base)))
    else:
        found = obj
        while hasattr(found, '__wrapped__'):
            found = found.__wrapped__
        space = globalns if globalns is not None else getattr(found, '__globals__', getattr(obj, '__dict__', {}))
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        for name, hint in annotations.items():
            hints[name] = _evaluated(hint, space, space if localns is None else localns)
    if not include_extras:
        hints = {name: hint.__origin__ if isinstance(hint, _Subscripted) and hint._name == 'Annotated' else hint
                 for name, hint in hints.items()}
    return hints


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return getattr(tp, '__args__', ())


def assert_type(val, typ):
    return val


def assert_never(arg):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def reveal_type(obj):
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def dataclass_transform(**kwargs):
    return _identity


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'
