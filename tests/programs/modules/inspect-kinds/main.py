"""The is… functions."""
import functools
import inspect


def plain():
    pass


def gen():
    yield


async def coro():
    pass


async def agen():
    yield


class C:
    def method(self):
        pass

    @staticmethod
    def static():
        pass

    @classmethod
    def cls(cls):
        pass

    @property
    def prop(self):
        return 1


things = {"plain": plain, "gen": gen, "coro": coro, "agen": agen, "lambda": lambda: 0, "C": C, "bound": C().method, "C.method": C.method,
          "static": C.static, "cls": C.cls, "prop": C.__dict__["prop"], "len": len, "append": [].append, "partial": functools.partial(plain),
          "module": inspect, "gen()": gen(), "int": 3}
tests = ("isfunction", "ismethod", "isclass", "ismodule", "isbuiltin", "isroutine", "isgeneratorfunction", "iscoroutinefunction",
         "isasyncgenfunction", "isgenerator", "isdatadescriptor")
for name, thing in things.items():
    print(name, [t[2:] for t in tests if getattr(inspect, t)(thing)])
c = coro()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.isawaitable(3))
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
print(inspect.iscoroutinefunction(functools.partial(coro)), inspect.iscode(plain.__code__), inspect.isframe(inspect.currentframe()))
