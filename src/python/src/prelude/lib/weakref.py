"""weakref: references that do not keep their object.

There are no reference counts here: an object goes when the collector finds that nobody refers to it. Whoever looks at a weak
reference has the collector run first (up to a limit), so that `del x` is seen as in CPython; callbacks and finalizers run then, or
at `gc.collect()`, or at the end, and not at the very `del`.
"""

import atexit
from _weakref import _collect, _due, _lookup, _watch
from collections.abc import MutableMapping, MutableSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

# For each watched number, the references to it that have a callback.
_callbacks = {}
_refs = {}


def _refresh():
    """Has the collector run if it may, and calls the callbacks of what went."""
    if _due():
        _collect()
    _notify()


def _notify():
    if not _callbacks and not finalize._registry:
        return
    for number in list(_callbacks):
        if _lookup(number) is None:
            for reference in _callbacks.pop(number):
                callback, reference._callback = reference._callback, None
                if callback is not None:
                    callback(reference)
    for entry in list(finalize._registry):
        if entry._number is not None and _lookup(entry._number) is None:
            entry()


class ref:
    _type_name_ = 'weakref.ReferenceType'
    __slots__ = ('_number', '_callback', '_hash', '__weakref__')

    def __new__(cls, object, callback=None, /, *args, **kwargs):
        self = super().__new__(cls)
        self._number = _watch(object)
        self._callback = callback
        self._hash = None
        if callback is not None:
            _callbacks.setdefault(self._number, []).append(self)
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        _refresh()
        return _lookup(self._number)

    @property
    def __callback__(self):
        return self._callback

    def __hash__(self):
        if self._hash is None:
            object = self()
            if object is None:
                raise TypeError('weak object has gone away')
            self._hash = hash(object)
        return self._hash

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        one, two = _lookup(self._number), _lookup(other._number)
        if one is None or two is None:
            return self is other
        return one == two

    def __repr__(self):
        object = self()
        if object is None:
            return f"<weakref at {id(self):#x}; dead>"
        return f"<weakref at {id(self):#x}; to '{type(object).__name__}' at {id(object):#x}>"


ReferenceType = ref


class WeakMethod(ref):
    """A reference to a bound method that lives as long as its object."""

    __slots__ = ('_function', '_kind')

    def __new__(cls, meth, callback=None):
        try:
            object, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self = ref.__new__(cls, object, callback)
        self._function = function
        self._kind = type(meth)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        object = ref.__call__(self)
        return None if object is None else self._kind(self._function, object)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            return self is other or self() is not None and self() == other()
        return NotImplemented

    __hash__ = ref.__hash__


def _target(proxy):
    _refresh()
    found = _lookup(object.__getattribute__(proxy, '_number'))
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


def _forward(name):
    def method(self, *args):
        return getattr(_target(self), name)(*args)
    method.__name__ = name
    return method


class ProxyType:
    def __getattribute__(self, name):
        if name == '__class__':
            return type(_target(self))
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        found = _target(self)
        return f"<weakproxy at {id(self):#x} to {type(found).__name__} at {id(found):#x}>"

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __eq__(self, other):
        return _target(self) == other

    __hash__ = None


for _name in ('__len__', '__getitem__', '__setitem__', '__delitem__', '__contains__', '__iter__', '__next__', '__add__',
              '__sub__', '__mul__', '__truediv__', '__floordiv__', '__mod__', '__lt__', '__le__', '__gt__', '__ge__', '__int__',
              '__float__', '__index__', '__enter__', '__exit__', '__and__', '__or__'):
    setattr(ProxyType, _name, _forward(_name))
ProxyType.__name__ = 'weakproxy'


class CallableProxyType(ProxyType):
    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


CallableProxyType.__name__ = 'weakcallableproxy'
ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object_, callback=None, /):
    made = object.__new__(CallableProxyType if callable(object_) else ProxyType)
    number = _watch(object_)
    object.__setattr__(made, '_number', number)
    if callback is not None:
        reference = ref(object_, lambda gone: callback(made))
    return made


def getweakrefcount(object, /):
    return len(getweakrefs(object))


def getweakrefs(object, /):
    number = _watch(object)
    return [reference for reference in _callbacks.get(number, ()) if reference._callback is not None]


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _live(self):
        """The entries whose values are there, after the others were dropped."""
        _refresh()
        found = {}
        for key, number in list(self.data.items()):
            value = _lookup(number)
            if value is None:
                del self.data[key]
            else:
                found[key] = value
        return found

    def __getitem__(self, key):
        _refresh()
        value = _lookup(self.data[key])
        if value is None:
            del self.data[key]
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = _watch(value)

    def __delitem__(self, key):
        self._live()
        del self.data[key]

    def __len__(self):
        return len(self._live())

    def __contains__(self, key):
        return key in self._live()

    def __iter__(self):
        return iter(list(self._live()))

    keys = __iter__

    def values(self):
        return iter(list(self._live().values()))

    def items(self):
        return iter(list(self._live().items()))

    def copy(self):
        made = type(self)()
        made.data = dict(self.data)
        return made

    __copy__ = copy

    def valuerefs(self):
        return [ref(value) for value in self._live().values()]

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made


class WeakKeyDictionary(MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _live(self):
        _refresh()
        found = []
        for reference, value in list(self.data.items()):
            key = _lookup(reference._number)
            if key is None:
                self._drop(reference)
            else:
                found.append((key, value))
        return found

    def _drop(self, reference):
        self.data = {known: value for known, value in self.data.items() if known is not reference}

    def _ref(self, key):
        made = ref(key)
        made._hash = hash(key)
        return made

    def __getitem__(self, key):
        return self.data[self._ref(key)]

    def __setitem__(self, key, value):
        self.data[self._ref(key)] = value

    def __delitem__(self, key):
        del self.data[self._ref(key)]

    def __len__(self):
        return len(self._live())

    def __contains__(self, key):
        try:
            return self._ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return iter([key for key, _ in self._live()])

    keys = __iter__

    def values(self):
        return iter([value for _, value in self._live()])

    def items(self):
        return iter(self._live())

    def keyrefs(self):
        self._live()
        return list(self.data)

    def copy(self):
        made = type(self)()
        made.data = dict(self.data)
        return made

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self._keys = WeakKeyDictionary()
        if data is not None:
            self.update(data)

    def __contains__(self, item):
        return item in self._keys

    def __iter__(self):
        return iter(self._keys)

    def __len__(self):
        return len(self._keys)

    def add(self, item):
        self._keys[item] = None

    def discard(self, item):
        self._keys.pop(item, None)

    def remove(self, item):
        del self._keys[item]

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def difference(self, other):
        return type(self)(item for item in self if item not in other)

    def intersection(self, other):
        return type(self)(item for item in self if item in other)

    def issubset(self, other):
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    def __repr__(self):
        return repr({item for item in self})


class finalize:
    """Calls a function when an object has gone, or at the end of the program."""

    _registry = {}
    _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not callable(func):
            raise TypeError(f"{func!r} is not callable")
        self._number = _watch(obj)
        self._call = (func, args, kwargs)
        self.atexit = True
        if not finalize._registered_with_atexit:
            finalize._registered_with_atexit = True
            atexit.register(_at_exit)
        finalize._registry[self] = True

    def __call__(self, _=None):
        if finalize._registry.pop(self, None):
            func, args, kwargs = self._call
            self._number = None
            return func(*args, **kwargs)
        return None

    def detach(self):
        _refresh()
        object = _lookup(self._number) if self._number is not None else None
        if object is not None and finalize._registry.pop(self, None):
            return (object, *self._call)
        return None

    def peek(self):
        _refresh()
        object = _lookup(self._number) if self._number is not None else None
        if object is not None and self in finalize._registry:
            return (object, *self._call)
        return None

    @property
    def alive(self):
        _refresh()
        return self in finalize._registry

    def __repr__(self):
        object = _lookup(self._number) if self._number is not None else None
        if object is None:
            return f"<finalize object at {id(self):#x}; dead>"
        return f"<finalize object at {id(self):#x}; for '{type(object).__name__}' at {id(object):#x}>"


def _at_exit():
    for entry in reversed(list(finalize._registry)):
        if entry.atexit and entry in finalize._registry:
            entry()
