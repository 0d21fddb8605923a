"""types: names for the types of built-in objects."""

from _frames import frame as FrameType

_builtin_class = _native._builtin_class


def _f():
    pass


async def _c():
    pass


def _g():
    yield


async def _ag():
    yield


FunctionType = LambdaType = type(_f)
CodeType = _builtin_class('code')
MappingProxyType = _builtin_class('mappingproxy')
CellType = _builtin_class('cell')
GeneratorType = _builtin_class('generator')
CoroutineType = _builtin_class('coroutine')
AsyncGeneratorType = _builtin_class('async_generator')
MethodType = _builtin_class('method')
BuiltinFunctionType = BuiltinMethodType = _builtin_class('builtin_function_or_method')
MethodDescriptorType = ClassMethodDescriptorType = _builtin_class('method_descriptor')
WrapperDescriptorType = _builtin_class('wrapper_descriptor')
MethodWrapperType = _builtin_class('method-wrapper')
GetSetDescriptorType = _builtin_class('getset_descriptor')
ModuleType = _builtin_class('module')
TracebackType = _builtin_class('traceback')
GenericAlias = _builtin_class('GenericAlias')
UnionType = _builtin_class('UnionType')
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)


class _Slotted:
    __slots__ = ('name',)


MemberDescriptorType = type(_Slotted.name)


class SimpleNamespace:
    _type_name_ = 'types.SimpleNamespace'

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if _thread_number() in _showing and id(self) in _showing[_thread_number()]:
            return f'{name}(...)'
        showing = _showing.setdefault(_thread_number(), set())
        showing.add(id(self))
        try:
            return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"
        finally:
            showing.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


_thread_number = _native._thread_number
_showing = {}


class DynamicClassAttribute:
    """A property on instances; on the class the metaclass's `__getattr__` is asked."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.overwrite_doc = doc is None
        self.__doc__ = doc if doc else fget.__doc__
        self.__isabstractmethod__ = getattr(fget, '__isabstractmethod__', None) is True

    def __get__(self, instance, ownerclass=None):
        read = self.fget
        if instance is not None and read is not None:
            return read(instance)
        if instance is not None:
            raise AttributeError("unreadable attribute")
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        write = self.fset
        if write is None:
            raise AttributeError("can't set attribute")
        write(instance, value)

    def __delete__(self, instance):
        take_away = self.fdel
        if take_away is None:
            raise AttributeError("can't delete attribute")
        take_away(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, None if self.overwrite_doc else self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def resolve_bases(bases):
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(entries)
        changed = True
    return tuple(resolved) if changed else bases


def _derived(meta, bases):
    winner = meta
    for base in bases:
        kind = type(base)
        if issubclass(winner, kind):
            continue
        if issubclass(kind, winner):
            winner = kind
            continue
        raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                        "metaclasses of all its bases")
    return winner


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    if isinstance(meta, type):
        meta = _derived(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    namespace['__module__'] = __name__
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def get_original_bases(cls, /):
    return cls.__dict__.get('__orig_bases__', cls.__bases__)


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    code = getattr(func, '__code__', None)
    if code is not None and code.co_flags & 0x20:
        _native._mark_awaitable(func)
    return func


del _f, _c, _g, _ag
