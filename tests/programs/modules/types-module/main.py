"""Names of built-in types, and making such objects."""
import types


def function(self, x=1):
    return self


async def coroutine():
    pass


def generator():
    yield


c = coroutine()
print(isinstance(function, types.FunctionType), types.FunctionType is types.LambdaType, isinstance(len, types.BuiltinFunctionType))
print(isinstance(generator(), types.GeneratorType), isinstance(c, types.CoroutineType), isinstance(types, types.ModuleType))
c.close()
print(isinstance([].append, types.BuiltinMethodType), isinstance(function.__code__, types.CodeType), type(None) is types.NoneType)
print(isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), types.EllipsisType, types.NotImplementedType)
method = types.MethodType(function, 3)
print(method(), method.__self__, method.__func__ is function, isinstance(method, types.MethodType))
module = types.ModuleType("made", "its doc")
module.x = 1
print(module, module.__name__, module.__doc__, module.x)
print(types.FunctionType(function.__code__, {}, "other", (7,)).__name__, types.CellType(3).cell_contents)
ns = types.SimpleNamespace(a=1, b="two")
ns.c = [3]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="two", c=[3]), ns != types.SimpleNamespace())
ns.self = ns
print(ns)
proxy = types.MappingProxyType({"k": 1})
print(proxy, proxy["k"], len(proxy))
try:
    proxy["k"] = 2
except TypeError as problem:
    print(problem)
Made = types.new_class("Made", (dict,), {}, lambda body: body.update(x=1, double=lambda self: 2))
print(Made, Made.__mro__, Made().double(), types.resolve_bases((int,)), types.prepare_class("N", (), {"metaclass": type})[0])
try:
    1 / 0
except ZeroDivisionError as problem:
    print(isinstance(problem.__traceback__, types.TracebackType), isinstance(problem.__traceback__.tb_frame, types.FrameType))
for bad in (lambda: types.MethodType(function, None), lambda: types.MethodType(3, 4), lambda: types.ModuleType(3)):
    try:
        bad()
    except TypeError as problem:
        print(problem)
