"""typing: names for annotations; nothing is checked."""

import collections
import collections.abc
import contextlib
from abc import ABCMeta, abstractmethod
from types import FunctionType as _function, GenericAlias as _GenericAlias, UnionType as _UnionType


def _checked(arg, what='Parameters to generic types'):
    """An argument as it is kept: None stands for its type, a text for a reference to come."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if not callable(arg) and arg is not ... and not isinstance(arg, (list, tuple)) and not hasattr(arg, '__typing_hint__'):
        raise TypeError(f'{what} must be types. Got {arg!r}.')
    return arg


def _variables(args):
    """The type variables in arguments, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, TypeVarTuple, ParamSpec)):
            inner = (arg,)
        elif isinstance(arg, (list, tuple)):
            inner = _variables(arg)
        else:
            inner = getattr(arg, '__parameters__', ()) if not isinstance(arg, type) or isinstance(arg, _GenericAlias) else ()
        found.extend([one for one in inner if one not in found])
    return tuple(found)


def _replaced(arg, values):
    """An argument with its type variables replaced."""
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return values.get(arg, arg)
    if isinstance(arg, list):
        return [_replaced(item, values) for item in arg]
    if isinstance(arg, _Subscripted):
        if arg._name == 'Unpack':
            return arg
        return arg._with(tuple(_spread([_replaced(item, values) for item in arg.__args__])))
    if isinstance(arg, _GenericAlias):
        return arg.__origin__[tuple([_replaced(item, values) for item in arg.__args__])]
    return arg


def _spread(args):
    for arg in args:
        if isinstance(arg, _Many):
            yield from arg.items
        else:
            yield arg


class _Many:
    """What a TypeVarTuple stands for."""

    def __init__(self, items):
        self.items = items


class _Hint:
    """What annotations are made of: it can be joined with `|`, and is no class."""

    __typing_hint__ = True

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Special(_Hint):
    """A name that can be subscripted: `Optional`, `List`."""

    def __init__(self, name, origin=None):
        self._name = name
        if origin is not None:
            self.__origin__ = origin
        self.__module__ = 'typing'
        self.__name__ = self.__qualname__ = name

    def __getitem__(self, args):
        name = self._name
        if name in _BARE:
            raise TypeError(f'typing.{name} is not subscriptable')
        if name in _ONE and isinstance(args, tuple):
            raise TypeError(f'typing.{name} accepts only single type. Got {args!r}.' if name != 'Optional' else
                            f'typing.Optional requires a single type. Got {args!r}.')
        if name == 'Optional':
            return Union[args, None]
        if name == 'Union':
            return self._union(args)
        if name == 'Annotated':
            if not isinstance(args, tuple) or len(args) < 2:
                raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
            inner = _checked(args[0], 'Annotated[t, ...]: t')
            if isinstance(inner, _Subscripted) and inner._name == 'Annotated':
                return _Subscripted(self, inner.__args__ + args[1:])
            return _Subscripted(self, (inner, *args[1:]))
        args = args if isinstance(args, tuple) else (args,)
        if name == 'Literal':
            kept = []
            for arg in args:
                parts = arg.__args__ if isinstance(arg, _Subscripted) and arg._name == 'Literal' else (arg,)
                kept.extend([part for part in parts if not any(
                    [part == before and type(part) is type(before) for before in kept])])
            return _Subscripted(self, tuple(kept))
        if name == 'Callable':
            if len(args) != 2 or not (args[0] is ... or isinstance(args[0], (list, ParamSpec, _Subscripted))):
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            params = [_checked(arg) for arg in args[0]] if isinstance(args[0], list) else args[0]
            return _Subscripted(self, (params, _checked(args[1])))
        count = _ARITY.get(name)
        if count is not None and len(args) != count and not _has_tuple(args):
            raise TypeError(f'Too {"many" if len(args) > count else "few"} arguments for {self!r}; '
                            f'actual {len(args)}, expected {count}')
        return _Subscripted(self, tuple([_checked(arg) for arg in args]))

    def _union(self, args):
        if args == ():
            raise TypeError('Cannot take a Union of no types.')
        args = args if isinstance(args, tuple) else (args,)
        flat = []
        for arg in args:
            arg = _checked(arg, 'Union[arg, ...]: each arg')
            if isinstance(arg, _Subscripted) and arg._name == 'Union' or isinstance(arg, _UnionType):
                parts = arg.__args__
            else:
                parts = (arg,)
            flat.extend([part for part in parts if part not in flat])
        return flat[0] if len(flat) == 1 else _Subscripted(self, tuple(flat))

    def __call__(self, *args, **kwargs):
        origin = getattr(self, '__origin__', None)
        if origin is None:
            raise TypeError(f'Cannot instantiate {self!r}')
        if self._name not in ('DefaultDict', 'OrderedDict', 'Counter', 'ChainMap', 'Deque'):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {origin.__name__}() instead')
        return origin(*args, **kwargs)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance), 'isinstance')

    def __subclasscheck__(self, cls, how='issubclass'):
        origin = getattr(self, '__origin__', None)
        if origin is None:
            raise TypeError(f'{self!r} cannot be used with {how}()')
        return issubclass(cls, origin)

    def __mro_entries__(self, bases):
        origin = getattr(self, '__origin__', None)
        if origin is None:
            raise TypeError(f'Cannot subclass {self!r}')
        return (origin,) if Generic in bases else (origin, Generic)

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name


_BARE = ('Any', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias', 'Hashable', 'Sized', 'Text')
_ONE = ('Optional', 'ClassVar', 'Final', 'Required', 'NotRequired', 'TypeGuard', 'Unpack', 'ReadOnly', 'TypeIs')
_ARITY = {'List': 1, 'Set': 1, 'FrozenSet': 1, 'Dict': 2, 'Type': 1, 'DefaultDict': 2, 'OrderedDict': 2, 'Counter': 1,
          'ChainMap': 2, 'Deque': 1, 'Iterable': 1, 'Iterator': 1, 'Generator': 3, 'Reversible': 1, 'Container': 1,
          'Collection': 1, 'Sequence': 1, 'MutableSequence': 1, 'Mapping': 2, 'MutableMapping': 2, 'MutableSet': 1,
          'AbstractSet': 1, 'KeysView': 1, 'ItemsView': 2, 'ValuesView': 1, 'Awaitable': 1, 'Coroutine': 3,
          'AsyncIterable': 1, 'AsyncIterator': 1, 'AsyncGenerator': 2, 'ContextManager': 1, 'AsyncContextManager': 1}


def _has_tuple(args):
    return any([isinstance(arg, TypeVarTuple) or isinstance(arg, _Subscripted) and arg._name == 'Unpack' for arg in args])


def _shown(arg):
    if arg is ...:
        return '...'
    if isinstance(arg, (list, tuple)):
        return '[' + ', '.join([_shown(item) for item in arg]) + ']'
    if isinstance(arg, type) and not isinstance(arg, _GenericAlias):
        return arg.__qualname__ if arg.__module__ == 'builtins' else f'{arg.__module__}.{arg.__qualname__}'
    if type(arg) is _function:
        return arg.__name__
    return repr(arg)


class _Subscripted(_Hint):
    def __init__(self, special, args):
        self._special = special
        self._name = special._name if isinstance(special, _Special) else None
        self.__args__ = args
        self.__parameters__ = () if self._name == 'Literal' else _variables(args)
        self.__origin__ = getattr(special, '__origin__', special) if isinstance(special, _Special) else special
        if self._name == 'Annotated':
            self.__origin__ = args[0]
            self.__metadata__ = args[1:]
            self.__args__ = args

    def _with(self, args):
        return self._special[args] if isinstance(self._special, _Special) else _Subscripted(self._special, args)

    def __getitem__(self, args):
        params = self.__parameters__
        if not params:
            raise TypeError(f'{self!r} is not a generic class')
        return _replaced(self, _assigned(self, params, args))

    def __getattr__(self, name):
        origin = self.__dict__.get('__origin__')
        if origin is None or name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(origin, name)

    def __call__(self, *args, **kwargs):
        if self._name is not None and self._name not in ('DefaultDict', 'OrderedDict', 'Counter', 'ChainMap', 'Deque', 'Type',
                                                         'Annotated'):
            if isinstance(self.__origin__, type):
                raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
            raise TypeError(f'Cannot instantiate {self!r}')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __instancecheck__(self, instance):
        if self._name == 'Union':
            return isinstance(instance, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self._name == 'Union':
            return issubclass(cls, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __eq__(self, other):
        if isinstance(other, _UnionType) and self._name == 'Union':
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Subscripted) or self._special is not other._special:
            return NotImplemented if not isinstance(other, _Subscripted) else False
        if self._name in ('Union', 'Literal'):
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self._name in ('Union', 'Literal'):
            return hash((self._name, frozenset(self.__args__)))
        return hash((id(self._special), tuple([tuple(arg) if isinstance(arg, list) else arg for arg in self.__args__])))

    def __iter__(self):
        yield Unpack[self]

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f'Cannot subclass {self!r}')
        if origin is Generic:
            later = bases[[base is self for base in bases].index(True) + 1:]
            if any([isinstance(base, _Subscripted) and base.__origin__ is not Generic for base in later]):
                return ()
            if Protocol in bases or any([getattr(base, '__origin__', None) is Protocol for base in bases]):
                return ()
            return (Generic,)
        if self._name is not None and Generic not in bases and not any(
                [getattr(base, '__origin__', None) is Generic for base in bases]):
            return (origin, Generic) if bases[-1] is self else (origin,)
        return (origin,)

    def __repr__(self):
        args = self.__args__
        if self._name == 'Union' and len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_shown(args[0] if args[1] is type(None) else args[1])}]'
        if self._name == 'Literal':
            return f'typing.Literal[{", ".join([repr(arg) for arg in args])}]'
        if self._name == 'Annotated':
            return f'typing.Annotated[{", ".join([_shown(args[0])] + [repr(arg) for arg in args[1:]])}]'
        if self._name == 'Unpack':
            return f'*{args[0]!r}'
        if isinstance(self._special, type):
            return f'{_shown(self._special)}[{", ".join([_shown(arg) for arg in args])}]'
        if args == ():
            return f'{self._special!r}[()]'
        return f'{self._special!r}[{", ".join([_shown(arg) for arg in args])}]'

    def __reduce__(self):
        return (_subscript, (self._special, self.__args__))


def _subscript(special, args):
    return _Subscripted(special, args)


def _assigned(alias, params, args):
    """Which type variable stands for what in `alias[args]`."""
    args = args if isinstance(args, tuple) else (args,)
    if len(params) == 1 and isinstance(params[0], ParamSpec) and not (len(args) == 1 and isinstance(args[0], (list, tuple))):
        return {params[0]: list(args) if args != (...,) else ...}
    args = tuple([_checked(arg) if not isinstance(arg, (list, tuple)) else list(arg) for arg in args])
    many = [isinstance(param, TypeVarTuple) for param in params]
    if True in many:
        at = many.index(True)
        after = len(params) - at - 1
        if len(args) >= len(params) - 1:
            end = len(args) - after
            args = (*args[:at], _Many(args[at:end]), *args[end:])
    if len(args) != len(params):
        raise TypeError(f'Too {"many" if len(args) > len(params) else "few"} arguments for {_shown(alias)}; '
                        f'actual {len(args)}, expected {len(params)}')
    return dict(zip(params, args))


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
ReadOnly, TypeIs = _Special('ReadOnly'), _Special('TypeIs')
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
Text = str
TYPE_CHECKING = False


def __getattr__(name):
    # `re` is loaded for those who name its types
    if name in ('Pattern', 'Match'):
        import re
        made = globals()[name] = _Special(name, getattr(re, name))
        return made
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


def _caller_module():
    import sys
    try:
        return sys._getframe().f_globals.get('__name__', '__main__')
    except ValueError:
        return '__main__'


class TypeVar(_Hint):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=None):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__infer_variance__ = infer_variance
        self.__constraints__ = tuple([_checked(one, 'TypeVar(name, constraint, ...): constraints') for one in constraints])
        self.__bound__ = _checked(bound, 'Bound') if bound is not None else None
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__module__ = _caller_module()

    def __repr__(self):
        sign = '' if self.__infer_variance__ else '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __getattr__(self, name):
        # what a declaration `[T: bound = default]` says is looked at when somebody asks
        thunks = self.__dict__.get('_thunks', ())
        if name in thunks:
            value = thunks[name]()
            self.__dict__[name] = value
            return value
        raise AttributeError(f"{type(self).__module__ + '.' + type(self).__name__!r} object has no attribute {name!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class _ParamPart(_Hint):
    def __init__(self, origin, word):
        self.__origin__ = origin
        self._word = word

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._word}'

    def __eq__(self, other):
        return isinstance(other, _ParamPart) and (self.__origin__, self._word) == (other.__origin__, other._word)

    def __hash__(self):
        return hash((self.__origin__, self._word))


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _ParamPart(self, 'args')

    @property
    def kwargs(self):
        return _ParamPart(self, 'kwargs')


ParamSpecArgs = ParamSpecKwargs = _ParamPart


class TypeVarTuple(TypeVar):
    def __init__(self, name, *, default=None):
        super().__init__(name)
        self.__module__ = _caller_module()

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


class _NoDefaultType:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefaultType()


def _declared(name, kind, bound, default):
    """A type parameter of a declaration; of a tuple of them, the base that a class with them has."""
    if kind is None:
        return Generic[tuple([Unpack[one] if isinstance(one, TypeVarTuple) else one for one in name])]
    if kind == 'TypeVar':
        made = TypeVar(name, infer_variance=True)
    else:
        made = ParamSpec(name, infer_variance=True) if kind == 'ParamSpec' else TypeVarTuple(name)
    thunks = {'__default__': default or (lambda: NoDefault)}
    if bound is not None:
        # constraints are written as a tuple
        thunks['__bound__'] = lambda: None if isinstance(found := bound(), tuple) else found
        thunks['__constraints__'] = lambda: found if isinstance(found := bound(), tuple) else ()
        del made.__bound__, made.__constraints__
    made._thunks = thunks
    return made


AnyStr = TypeVar('AnyStr', bytes, str)


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        if cls in (Generic, Protocol):
            if not args:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            for arg in args:
                if not isinstance(arg, TypeVar) and not (isinstance(arg, _Subscripted) and arg._name == 'Unpack'):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification '
                                    'variables.')
            if len(set(args)) != len(args):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _Subscripted(cls, args)
        params = getattr(cls, '__parameters__', ())
        if not params and '__type_params__' in cls.__dict__:
            return _Subscripted(cls, args)
        if not params:
            raise TypeError(f'{cls!r} is not a generic class')
        values = _assigned(cls, params, args)
        return _Subscripted(cls, tuple(_spread([values[param] for param in params])))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is None and Generic in cls.__bases__ and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        if bases is not None and Generic in bases and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        found = _variables(bases or ())
        listed = [base for base in bases or () if getattr(base, '__origin__', None) in (Generic, Protocol)
                  and isinstance(base, _Subscripted)]
        if listed:
            listed = listed[0]
            missing = [param for param in found if param not in listed.__parameters__]
            if missing:
                raise TypeError(f'Some type variables ({", ".join([str(one) for one in missing])}) are not listed in '
                                f'{listed.__origin__.__name__}[{", ".join([str(one) for one in listed.__parameters__])}]')
            found = listed.__parameters__
        cls.__parameters__ = tuple(found)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get('_is_protocol') and cls is not Protocol:
            if not cls.__dict__.get('_is_runtime'):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            for name in _members(cls):
                if not hasattr(instance, name) or getattr(instance, name) is None and callable(getattr(cls, name, None)):
                    return super().__instancecheck__(instance)
            return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get('_is_protocol') and cls is not Protocol:
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not cls.__dict__.get('_is_runtime'):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            members = _members(cls)
            if any([not callable(getattr(cls, name, None)) for name in members]):
                raise TypeError("Protocols with non-method members don't support issubclass()")
            for name in members:
                if getattr(other, name, None) is None:
                    return super().__subclasscheck__(other)
            return True
        return super().__subclasscheck__(other)


def _members(cls):
    names = []
    for base in cls.__mro__[:-1]:
        if base.__dict__.get('_is_protocol') and base is not Protocol:
            for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())):
                if not name.startswith(('_abc', '_is_')) and name not in _NOT_MEMBERS and name not in names:
                    names.append(name)
    return names


_NOT_MEMBERS = ('__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__annotations__', '__slots__',
                '__abstractmethods__', '__parameters__', '__orig_bases__', '__init__', '__subclasshook__', '__new__',
                '__class_getitem__', '__hash__', '__init_subclass__', '__firstlineno__', '__match_args__', '__type_params__',
                '__static_attributes__')


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            known = base in (object, Generic, Protocol) or base.__dict__.get('_is_protocol') or (
                base.__module__ in ('collections.abc', 'contextlib', 'abc'))
            if not known:
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if '__init__' not in cls.__dict__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls.__dict__.get('_is_protocol'):
        raise TypeError('Protocols cannot be instantiated')
    # the first constructor that is none of a protocol's stand-ins
    for base in cls.__mro__:
        init = base.__dict__.get('__init__')
        if init is not None and init is not _no_init:
            return init(self, *args, **kwargs)


def runtime_checkable(cls):
    if not cls.__dict__.get('_is_protocol'):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime = True
    return cls


def is_protocol(tp):
    return isinstance(tp, type) and bool(tp.__dict__.get('_is_protocol')) and tp is not Protocol


def get_protocol_members(tp):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_members(tp))


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


class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self): ...


class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self): ...


class SupportsRound(Protocol):
    @abstractmethod
    def __round__(self, ndigits=0): ...


for _cls in (SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs, SupportsComplex, SupportsBytes, SupportsRound):
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
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
            required |= getattr(base, '__required_keys__', frozenset())
            optional |= getattr(base, '__optional_keys__', frozenset())
        for key, hint in namespace.get('__annotations__', {}).items():
            hint = _checked(hint, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t")
            annotations[key] = hint
            word = hint._name if isinstance(hint, _Subscripted) else None
            wanted = word == 'Required' or total and word != 'NotRequired'
            (required if wanted else optional).add(key)
            (optional if wanted else required).discard(key)
        made = type.__new__(mcls, name, (dict,), dict(namespace))
        made.__annotations__ = annotations
        made.__total__ = total
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


_typed_dict_base = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDict(_Function):
    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __init__(self, func):
        self._func = func
        self.__name__ = func.__name__


def _typed_dict(typename, fields=None, /, *, total=True, **kwargs):
    fields = kwargs if fields is None else fields
    return _TypedDictMeta(typename, (_typed_dict_base,), {'__annotations__': dict(fields), '__module__': _caller_module()},
                          total=total)


TypedDict = _TypedDict(_typed_dict)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType(_Hint):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        name = self.__name__
        raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                        f'`{name} = NewType({name!r}, {name})`')


def cast(typ, val):
    return val


_overloads = {}


def overload(func):
    key = (func.__module__, func.__qualname__)
    _overloads.setdefault(key, []).append(func)
    return _overloaded


def get_overloads(func):
    func = getattr(func, '__func__', func)
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _overloaded(*args, **kwargs):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def _identity(arg):
    return arg


def _marking(name):
    def mark(arg):
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg

    return mark


final, no_type_check, override = _marking('__final__'), _marking('__no_type_check__'), _marking('__override__')
no_type_check_decorator = _identity


def _evaluated(hint, space, local):
    """A hint with the names in its texts looked up."""
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        return _evaluated(eval(hint, space, local), space, local)
    if isinstance(hint, _Subscripted) and hint._name != 'Literal':
        inner = hint.__args__[:1] if hint._name == 'Annotated' else hint.__args__
        args = tuple([_evaluated(arg, space, local) if not isinstance(arg, list) else
                      [_evaluated(one, space, local) for one in arg] for arg in inner])
        if args != inner:
            return _Subscripted(hint._special, args + hint.__args__[len(args):])
    if isinstance(hint, _GenericAlias):
        args = tuple([_evaluated(arg, space, local) for arg in hint.__args__])
        if args != hint.__args__:
            return hint.__origin__[args]
    return hint


def _bare(hint):
    """A hint without what `Annotated`, `Required` and their like add."""
    if isinstance(hint, _Subscripted):
        if hint._name in ('Annotated', 'Required', 'NotRequired', 'ReadOnly'):
            return _bare(hint.__args__[0])
        if hint._name != 'Literal':
            args = tuple([_bare(arg) for arg in hint.__args__])
            return hint if args == hint.__args__ else hint._with(args)
    if isinstance(hint, _GenericAlias):
        args = tuple([_bare(arg) for arg in hint.__args__])
        return hint if args == hint.__args__ else hint.__origin__[args]
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
        hints = {name: _bare(hint) for name, hint in hints.items()}
    return hints


def get_origin(tp):
    if isinstance(tp, _Subscripted):
        return tp._special if tp._name == 'Annotated' else tp.__origin__
    if isinstance(tp, (_GenericAlias, _ParamPart)) or isinstance(tp, _Special):
        return getattr(tp, '__origin__', None)
    if isinstance(tp, _UnionType):
        return _UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _Subscripted):
        return tp.__args__
    if isinstance(tp, (_GenericAlias, _UnionType)):
        return tp.__args__
    return ()


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


class ForwardRef(_Hint):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class IO(Generic[AnyStr]):
    """A file in annotations."""

    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()
