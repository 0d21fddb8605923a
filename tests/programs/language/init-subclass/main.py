class Plugin:
    plugins = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.name = name or cls.__name__.lower()
        Plugin.plugins[cls.name] = cls
class A(Plugin): pass
class B(Plugin, name="bee"): pass
class C(B): pass
print({k: v.__name__ for k, v in Plugin.plugins.items()})
try:
    class D(Plugin, other=1): pass
except TypeError as e: print(e)
try:
    class E(x=1): pass
except TypeError as e: print(e)
class Typed:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(Typed[int], Typed["x", 1])
class SetName:
    def __set_name__(self, owner, name): raise ValueError("no")
try:
    class F: a = SetName()
except RuntimeError as e: print(e, "|", repr(e.__cause__))
