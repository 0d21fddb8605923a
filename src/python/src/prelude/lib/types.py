"""types: names for the types of built-in objects."""

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
MethodDescriptorType = WrapperDescriptorType = _builtin_class('method_descriptor')
ModuleType = _builtin_class('module')
TracebackType = _builtin_class('traceback')
GenericAlias = _builtin_class('GenericAlias')
UnionType = _builtin_class('UnionType')
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError
        return self.fget(instance)


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    return meta(name, tuple(bases), namespace, **kwds)


def resolve_bases(bases):
    return tuple(bases)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    return kwds.pop('metaclass', type), {}, kwds


def coroutine(func):
    return func


del _f, _c, _g, _ag
