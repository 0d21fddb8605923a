"""copy: shallow and deep copies, by the protocol of `__reduce_ex__`."""

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

try:
    from copyreg import dispatch_table
except ImportError:
    dispatch_table = {}

# copies of these are the things themselves
_ATOMIC = frozenset([type(None), type(...), type(NotImplemented), int, float, bool, complex, str, bytes, range, slice, property,
                     type(lambda: None), type(len), type(str.lower), type(str.__add__), type(''.__add__), type(int.real), type, type((lambda: 0).__code__)])
_VALUES = (int, float, complex, str, bytes, tuple, frozenset, set, bytearray, list, dict)
_BASES = (object, *_VALUES)
_SHOWN = {'lock': '_thread.lock', 'RLock': '_thread.RLock', 'TextIOWrapper': '_io.TextIOWrapper', 'method': 'method'}


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or cls is tuple or cls is frozenset:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _reconstructed(x, _reduced(x), None)


def _reduced(x):
    """What `__reduce_ex__(4)` says."""
    cls = type(x)
    made = dispatch_table.get(cls)
    if made is not None:
        return made(x)
    if _native._iterator_parts(x) is not None:
        from copyreg import _reduce_builtin
        return _reduce_builtin(x, 4)
    for name, args in (('__reduce_ex__', (4,)), ('__reduce__', ())):
        for base in cls.__mro__:
            if name in base.__dict__:
                own = base.__dict__[name]
                if own is None:
                    raise Error(f'un(shallow)copyable object of type {cls}')
                if base not in _BASES and not issubclass(base, BaseException):
                    return getattr(x, name)(*args)
                break
    return _default(x, cls)


def _new(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _default(x, cls):
    """As `object.__reduce_ex__` with protocol 4."""
    if isinstance(x, BaseException):
        return (cls, x.args, dict(x.__dict__)) if getattr(x, '__dict__', None) else (cls, x.args)
    if (not isinstance(x, _VALUES) and cls is not object and not hasattr(x, '__dict__')
            and not any(['__slots__' in base.__dict__ for base in cls.__mro__])):
        raise TypeError(f"cannot pickle {_SHOWN.get(cls.__name__, cls.__name__)!r} object")
    kwargs = {}
    if hasattr(cls, '__getnewargs_ex__'):
        given = x.__getnewargs_ex__()
        if not isinstance(given, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(given).__name__}'")
        args, kwargs = given
    elif hasattr(cls, '__getnewargs__') and not _built_in(cls, '__getnewargs__'):
        args = x.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    else:
        args = ()
        for base in (int, float, complex, str, bytes, tuple):
            if isinstance(x, base):
                args = (_plain(x, base),)
                break
    if isinstance(x, (set, frozenset, bytearray)):
        base = set if isinstance(x, set) else frozenset if isinstance(x, frozenset) else bytearray
        return cls, (list(base(x)) if base is not bytearray else bytes(x),), _state(x, cls)
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    return _new, (cls, args, kwargs), _state(x, cls), items, pairs


def _built_in(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base in _VALUES
    return False


def _plain(x, base):
    """The built-in value under an instance of a subclass."""
    if base is tuple:
        return tuple(tuple.__iter__(x))
    if base is str:
        return str.__str__(x)
    if base is bytes:
        return bytes(x)
    return base.__pos__(x) if base is not complex else complex(x.real, x.imag)


def _state(x, cls):
    own = getattr(cls, '__getstate__', None)
    if own is not None and own is not getattr(object, '__getstate__', None):
        return own(x)
    state = getattr(x, '__dict__', None)
    state = dict(state) if state else None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__') and base.__name__.strip('_'):
                name = f'_{base.__name__.lstrip("_")}{name}'
            try:
                slots[name] = getattr(x, name)
            except AttributeError:
                pass
    return (state, slots) if slots else state


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        result = []
        memo[key] = result
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = {}
        memo[key] = result
        for name, value in x.items():
            result[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        found = memo.get(key, _nil)
        if found is not _nil:
            return found
        for old, new in zip(x, items):
            if old is not new:
                result = tuple(items)
                break
        else:
            result = x
    elif issubclass(cls, type):
        result = x
    elif cls is _Method:
        result = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        method = getattr(cls, '__deepcopy__', None)
        result = method(x, memo) if method is not None else _reconstructed(x, _reduced(x), memo)
    if result is not x:
        memo[key] = result
        # what was copied must live as long as the memo: its id is the key
        memo.setdefault(id(memo), []).append(x)
    return result


class _Some:
    def method(self):
        pass


_Method = type(_Some().method)


def _reconstructed(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    if not isinstance(reduced, tuple) or not 2 <= len(reduced) <= 6:
        raise TypeError('__reduce__ must return a string or tuple')
    func, args, state, items, pairs, setter = (*reduced, None, None, None, None)[:6]
    deep = memo is not None
    if deep and args:
        args = tuple([deepcopy(arg, memo) for arg in args])
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if setter is not None:
            setter(y, state)
        elif hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    """A copy with other values in some fields (3.13)."""
    cls = type(obj)
    method = getattr(cls, '__replace__', None) or getattr(cls, '_replace', None)
    if method is not None:
        return method(obj, **changes)
    if hasattr(cls, '__dataclass_fields__'):
        from dataclasses import replace as replaced
        return replaced(obj, **changes)
    from datetime import date, time
    if isinstance(obj, (date, time)):
        return obj.replace(**changes)
    raise TypeError(f'replace() does not support {cls.__name__} objects')
