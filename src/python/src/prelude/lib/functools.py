"""functools."""

from _thread import RLock

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
_missing = object()


def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    if initial is _missing:
        for value in iterator:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


class partial:
    _type_name_ = 'functools.partial'
    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial) and type(func) is cls and not vars(func):
            args = [*func.args, *args]
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self._become(func, tuple(args), keywords)
        return self

    def _become(self, func, args, keywords):
        _set(self, 'func', func)
        _set(self, 'args', args)
        _set(self, 'keywords', keywords)

    def __setattr__(self, name, value):
        if name in _PARTS:
            raise AttributeError('readonly attribute')
        _set(self, name, value)

    def __delattr__(self, name):
        if name in _PARTS:
            raise AttributeError('readonly attribute')
        object.__delattr__(self, name)

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        name = ('functools.' if type(self) is partial else '') + type(self).__qualname__
        if id(self) in _partials_shown:
            return f'{name}(...)'
        _partials_shown.append(id(self))
        try:
            parts = [repr(self.func)] + [repr(arg) for arg in self.args]
            parts += [f'{key}={value!r}' for key, value in self.keywords.items()]
        finally:
            _partials_shown.remove(id(self))
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, vars(self) or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')
        func, args, keywords, own = state
        if not callable(func) or not isinstance(args, tuple) or not isinstance(keywords, (dict, type(None))) or (
                not isinstance(own, (dict, type(None)))):
            raise TypeError('invalid partial state')
        self.__dict__ = {} if own is None else own
        self._become(func, tuple(args), keywords if type(keywords) is dict else dict(keywords or {}))


_set = object.__setattr__
_PARTS = ('func', 'args', 'keywords')
_partials_shown = []


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"

    def _method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        method = self._method()
        if obj is None:
            return method
        from types import MethodType
        return MethodType(method, obj)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        # until 3.11: one lock for all instances
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{self.attrname!r} property.") from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            with self.lock:
                value = cache.get(self.attrname, _missing)
                if value is _missing:
                    value = self.func(instance)
                    try:
                        cache[self.attrname] = value
                    except TypeError:
                        raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                        f"item assignment for caching {self.attrname!r} property.") from None
        return value


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return super().__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f'CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})'


_keyword_mark = object()


def _make_key(args, kwargs, typed):
    if not kwargs and not typed:
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return args
    key = args
    if kwargs:
        key += (_keyword_mark,)
        for item in kwargs.items():
            key += item
    if typed:
        key += tuple([type(arg) for arg in args]) + tuple([type(value) for value in kwargs.values()])
    return key


class _lru_cache_wrapper:
    _type_name_ = 'functools._lru_cache_wrapper'

    def __init__(self, func, maxsize, typed):
        self._func = func
        self._maxsize = maxsize
        self._typed = typed
        self._cache = {}
        self._hits = 0
        self._misses = 0

    def __call__(self, /, *args, **kwargs):
        if self._maxsize == 0:
            self._misses += 1
            return self._func(*args, **kwargs)
        cache = self._cache
        key = _make_key(args, kwargs, self._typed)
        value = cache.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                # the order of the dict is the order of use
                if key in cache:
                    del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self._func(*args, **kwargs)
        if self._maxsize is not None and key not in cache and len(cache) >= self._maxsize:
            for oldest in cache:
                break
            del cache[oldest]
        cache[key] = value
        return value

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        from types import MethodType
        return MethodType(self, instance)

    def __repr__(self):
        return f'<functools._lru_cache_wrapper object at {id(self):#x}>'

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {'maxsize': self._maxsize, 'typed': self._typed}


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_lru_cache_wrapper(maxsize, 128, typed), maxsize)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError('Expected first argument to be an integer, a callable, or None')
        maxsize = max(maxsize, 0)

    def decorate(func):
        return update_wrapper(_lru_cache_wrapper(func, maxsize, typed), func)
    return decorate


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def cmp_to_key(mycmp):
    class KeyWrapper:
        _type_name_ = 'functools.KeyWrapper'
        __slots__ = ('obj',)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    KeyWrapper.__module__ = 'functools'
    KeyWrapper.__qualname__ = 'KeyWrapper'
    return KeyWrapper


def _derived_order(root, negate, equal_decides, name):
    """A comparison out of another: `not root`, or `root and/or equality`."""
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if equal_decides is None:
            return not answer
        if negate:
            answer = not answer
        return (answer or self == other) if equal_decides else (answer and self != other)
    compare.__name__ = name
    compare.__qualname__ = name
    return compare


_ORDERS = {
    '__lt__': (('__gt__', True, False), ('__le__', False, True), ('__ge__', None, None)),
    '__le__': (('__ge__', True, True), ('__lt__', False, False), ('__gt__', None, None)),
    '__gt__': (('__lt__', True, False), ('__ge__', False, True), ('__le__', None, None)),
    '__ge__': (('__le__', True, True), ('__gt__', False, False), ('__lt__', None, None)),
}


def total_ordering(cls):
    roots = [name for name in _ORDERS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = '__lt__' if '__lt__' in roots else '__le__' if '__le__' in roots else '__gt__' if '__gt__' in roots else '__ge__'
    for name, negate, equal in _ORDERS[root]:
        if name not in roots:
            setattr(cls, name, _derived_order(root, negate, equal, name))
    return cls


def _ranked(cls, types):
    """The classes of an object's class, most specific first, with the registered abstract ones where they come in."""
    order = []
    for base in cls.__mro__:
        order.append(base)
        virtual = [kind for kind in types if kind not in cls.__mro__ and kind not in order and issubclass(base, kind)
                   and not any([issubclass(parent, kind) for parent in base.__bases__])]
        while virtual:
            lowest = [kind for kind in virtual if not any([other is not kind and issubclass(other, kind) for other in virtual])]
            order.append(lowest)
            virtual = [kind for kind in virtual if kind not in lowest]
    return order


def _find_impl(cls, registry):
    for kind in _ranked(cls, list(registry)):
        if isinstance(kind, list):
            if len(kind) > 1:
                raise RuntimeError(f'Ambiguous dispatch: {kind[0]!r} or {kind[1]!r}')
            kind = kind[0]
        if kind in registry:
            return registry[kind]
    return None


def _kinds_of(cls):
    """The classes that a union stands for, or None."""
    from types import UnionType
    if isinstance(cls, UnionType) or getattr(cls, '__origin__', None) is not None and 'Union' in repr(cls.__origin__):
        return cls.__args__
    return None


def _is_class(cls):
    from types import GenericAlias
    return isinstance(cls, type) and not isinstance(cls, GenericAlias)


def singledispatch(func):
    registry = {}
    cache = {}

    def dispatch(cls):
        if cls not in cache:
            cache[cls] = registry[cls] if cls in registry else _find_impl(cls, registry)
        return cache[cls]

    def register(cls, func=None):
        kinds = _kinds_of(cls)
        valid = _is_class(cls) or kinds is not None and all([_is_class(kind) for kind in kinds])
        if valid:
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', None) or getattr(getattr(cls, '__func__', None), '__annotations__', None)
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or '
                                'plain `@register` on an annotated function.')
            func = cls
            for name, cls in annotations.items():
                break
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
            kinds = _kinds_of(cls)
            if kinds is not None:
                if not all([_is_class(kind) for kind in kinds]):
                    raise TypeError(f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')
            elif not _is_class(cls):
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        for kind in (cls,) if kinds is None else kinds:
            registry[kind] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    from types import MappingProxyType
    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
