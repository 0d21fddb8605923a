"""copyreg: how objects that are no plain data are taken apart and put together again."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

import operator

dispatch_table = {}
_inverted_registry = {}
_extension_registry = {}
_extension_cache = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    _must_be_callable(pickle_function, 'reduction functions')
    dispatch_table.update({ob_type: pickle_function})
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    _must_be_callable(object, 'constructors')


def _must_be_callable(thing, what):
    if not callable(thing):
        raise TypeError(what + ' must be callable')


def pickle_complex(c):
    parts = c.real, c.imag
    return complex, parts


pickle(complex, pickle_complex)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    begin = base.__init__
    if begin != object.__init__:
        begin(made, state)
    return made


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


_CONTAINERS = (list, dict, set, frozenset, tuple)
_VALUES = (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset)
# Classes without a way to take their instances apart, by the name that the message has.
_NATIVE_NAMES = {'TextIOWrapper': '_io.TextIOWrapper', 'lock': '_thread.lock', 'RLock': '_thread.RLock'}


def _slotnames(cls):
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for c in cls.__mro__:
        slots = c.__dict__.get('__slots__', ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                owner = c.__name__.lstrip('_')
                name = f'_{owner}{name}' if owner else name
            names.append(name)
    try:
        setattr(cls, '__slotnames__', names)
    except (AttributeError, TypeError):
        pass
    return names


def _state_of(obj):
    """What `object.__getstate__` gives."""
    cls = type(obj)
    state = getattr(obj, '__dict__', None) or None
    names = _slotnames(cls)
    if names:
        slots = {}
        for name in names:
            try:
                slots[name] = getattr(obj, name)
            except AttributeError:
                pass
        if slots:
            return (state, slots)
    return state


def _is_foreign(cls):
    """A class whose instances hold something that is no Python object."""
    for base in cls.__mro__:
        if base in _VALUES or issubclass(base, BaseException):
            return False
        if base is not object and base in _foreign():
            return True
    return False


_foreign_classes = None


def _foreign():
    global _foreign_classes
    if _foreign_classes is None:
        import _thread
        import sys
        def generator():
            yield
        async def coroutine():
            pass
        waiting = coroutine()
        _foreign_classes = {_thread.LockType, type(_thread.RLock()), type(sys), type(sys.stdout),
                            type(generator()), type(waiting), type(memoryview(b'')), type({}.keys()),
                            type({}.values()), type({}.items()), type(generator.__code__)}
        waiting.close()
    return _foreign_classes


def _reduce_object(obj, protocol):
    """`object.__reduce_ex__`, for whatever object."""
    protocol = operator.index(protocol)
    if isinstance(obj, BaseException):
        return _reduce_exception(obj)
    found = _reduce_builtin(obj, protocol)
    return _object_reduce(obj, protocol) if found is None else found


def _object_reduce(obj, protocol):
    """What `object.__reduce_ex__` gives."""
    cls = type(obj)
    if cls is memoryview:
        raise TypeError("cannot pickle memoryview objects")
    if cls.__name__ == 'code' and _is_foreign(cls):
        raise TypeError("cannot pickle code objects")
    if _is_foreign(cls):
        raise TypeError(f"cannot pickle {_quoted_name(cls)} object")
    if protocol < 2:
        return _reduce_old(obj, protocol)
    args = kwargs = None
    getnewargs = getattr(obj, '__getnewargs_ex__', None)
    if getnewargs is not None:
        pair = getnewargs()
        if not isinstance(pair, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(pair).__name__}'")
        if len(pair) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(pair)}")
        args, kwargs = pair
        if not isinstance(args, tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, "
                            f"not '{type(args).__name__}'")
        if not isinstance(kwargs, dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, "
                            f"not '{type(kwargs).__name__}'")
    else:
        getnewargs = getattr(obj, '__getnewargs__', None)
        if getnewargs is not None:
            args = getnewargs()
            if not isinstance(args, tuple):
                raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        elif isinstance(obj, (int, float, complex, str, bytes, tuple, frozenset)):
            args = (_plain(obj),)
        elif isinstance(obj, (set, bytearray)):
            return cls, (list(obj) if isinstance(obj, set) else bytes(obj),), _get_state(obj)
        else:
            args = ()
    state = _get_state(obj)
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, items, pairs
    return __newobj__, (cls, *args), state, items, pairs


def _quoted_name(cls):
    name = cls.__qualname__
    return f"'{_NATIVE_NAMES.get(name, name)}'"


def _plain(obj):
    for base in (bool, int, float, complex, str, bytes, tuple, frozenset):
        if isinstance(obj, base):
            return base(obj) if base is not str else str.__str__(obj)
    return obj


def _get_state(obj):
    method = getattr(type(obj), '__getstate__', None)
    if method is None or method is getattr(object, '__getstate__', None):
        return _state_of(obj)
    return obj.__getstate__()


def _reduce_old(obj, protocol):
    cls = type(obj)
    for base in cls.__mro__:
        if base in _VALUES or base is object:
            break
    else:
        base = object
    if base is object:
        state = None
    else:
        if base is cls:
            raise TypeError(f"cannot pickle {cls.__name__!r} object")
        state = base(obj)
    args = cls, base, state
    getstate = getattr(type(obj), '__getstate__', None)
    if getstate is None or getstate is getattr(object, '__getstate__', None):
        if getattr(obj, '__slots__', None):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        attributes = getattr(obj, '__dict__', None)
    else:
        attributes = getstate(obj)
    if attributes:
        return _reconstructor, args, attributes
    return _reconstructor, args


def _reduce_exception(exc):
    attributes = dict(exc.__dict__) or None
    cls = type(exc)
    if isinstance(exc, OSError):
        args = exc.args
        if len(args) == 2 and getattr(exc, 'filename', None) is not None:
            args = (*args, exc.filename)
        return (cls, args) if attributes is None else (cls, args, attributes)
    if attributes is None:
        return cls, exc.args
    return cls, exc.args, attributes


def _reduce_builtin(obj, protocol):
    """How values of built-in types are pickled that have no opcode of their own; None for others."""
    cls = type(obj)
    if cls is range:
        return range, (obj.start, obj.stop, obj.step)
    if cls is slice:
        return slice, (obj.start, obj.stop, obj.step)
    if cls is complex:
        return complex, (obj.real, obj.imag)
    if cls is set or cls is frozenset:
        return cls, (list(obj),)
    parts = _native._iterator_parts(obj)
    if parts is not None:
        kind, rest = parts
        if kind is enumerate or kind is zip:
            return kind, rest
        # a native iterator by itself: what it would still give, as the kind of sequence it goes over
        sequence = {'tuple_iterator': tuple, 'str_ascii_iterator': ''.join, 'bytes_iterator': bytes}.get(kind.__name__, list)
        return iter, (rest if isinstance(rest, range) else sequence(rest),)
    if cls is bytearray:
        return (bytearray, (bytes(obj),)) if obj else (bytearray, ())
    if cls is bytes:
        if not obj:
            return bytes, ()
        import codecs
        return codecs.encode, (obj.decode('latin-1'), 'latin1')
    if obj is type(None) or obj is type(NotImplemented) or obj is type(...):
        return type, ({type(None): None, type(NotImplemented): NotImplemented}.get(obj, ...),)
    if cls is _METHOD:
        return getattr, (obj.__self__, obj.__func__.__name__)
    if issubclass(cls, _BUILTIN):
        owner = getattr(obj, '__self__', None)
        if owner is not None and not isinstance(owner, _MODULE):
            return getattr, (owner, obj.__name__)
        shown = repr(obj)
        if shown.startswith(("<method '", "<slot wrapper '")):
            owner = getattr(__import__('builtins'), shown.split("'")[3], None)
            if getattr(owner, obj.__name__, None) is not None:
                return getattr, (owner, obj.__name__)
        return None
    return None


class _Holder:
    def method(self):
        pass


_METHOD = type(_Holder().method)
_BUILTIN = type(len)
_MODULE = type(__import__('sys'))


def add_extension(module, name, code):
    key, code = (module, name), int(code)
    if not 0 < code < 1 << 31:
        raise ValueError("code out of range")
    known, holder = _extension_registry.get(key), _inverted_registry.get(code)
    if known == code and holder == key:
        return
    if known is not None:
        raise ValueError(f"key {key} is already registered with code {known}")
    if holder is not None:
        raise ValueError(f"code {code} is already in use for key {holder}")
    _inverted_registry[code], _extension_registry[key] = key, code


def remove_extension(module, name, code):
    key = module, name
    if (_extension_registry.get(key), _inverted_registry.get(code)) != (code, key):
        raise ValueError(f"key {key} is not registered with code {code}")
    for table, entry in ((_extension_registry, key), (_inverted_registry, code), (_extension_cache, code)):
        table.pop(entry, None)


def clear_extension_cache():
    _extension_cache.clear()
