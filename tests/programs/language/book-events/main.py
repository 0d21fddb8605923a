from __future__ import annotations
import abc, functools, inspect, time, weakref, contextlib, sys
from collections import defaultdict, deque
from typing import Callable, Protocol, TypeVar, Generic, Iterator
class Event:
    _registry: dict[str, type[Event]] = {}
    def __init_subclass__(cls, *, topic: str = "default", **kw):
        super().__init_subclass__(**kw); cls.topic = topic; Event._registry[cls.__name__] = cls
class UserCreated(Event, topic="users"):
    def __init__(self, name: str): self.name = name
class OrderPlaced(Event, topic="orders"): pass
print(Event._registry, UserCreated.topic)
T = TypeVar("T")
class Bus:
    def __init__(self): self.handlers: defaultdict[str, list[Callable]] = defaultdict(list)
    def on(self, topic, *, priority=0):
        def deco(fn):
            self.handlers[topic].append((priority, fn)); self.handlers[topic].sort(key=lambda p: -p[0])
            return fn
        return deco
    def emit(self, ev):
        return [fn(ev) for _, fn in self.handlers[ev.topic]]
bus = Bus()
@bus.on("users")
def low(ev): return f"low {ev.name}"
@bus.on("users", priority=5)
def high(ev): return f"high {ev.name}"
print(bus.emit(UserCreated("ann")), low.__name__)
def retry(times, exceptions=(Exception,)):
    def deco(f):
        @functools.wraps(f)
        def inner(*a, **k):
            for attempt in range(1, times + 1):
                try: return f(*a, **k)
                except exceptions as e:
                    print(f"attempt {attempt}: {e!r}")
                    if attempt == times: raise
        return inner
    return deco
calls = 0
@retry(3, (ValueError,))
def flaky():
    global calls; calls += 1
    if calls < 3: raise ValueError(f"fail {calls}")
    return "ok"
print(flaky())
class LRU(Generic[T]):
    def __init__(self, cap): self.cap, self.d = cap, {}
    def __getitem__(self, k) -> T:
        v = self.d.pop(k); self.d[k] = v; return v
    def __setitem__(self, k, v: T):
        self.d.pop(k, None)
        if len(self.d) >= self.cap: del self.d[next(iter(self.d))]
        self.d[k] = v
    def __contains__(self, k): return k in self.d
    def __repr__(self): return f"{type(self).__name__}({self.d})"
l = LRU[int](2); l["a"] = 1; l["b"] = 2; l["a"]; l["c"] = 3; print(l, "b" in l, l.__orig_class__)
class State(abc.ABC):
    @abc.abstractmethod
    def next(self, ch: str) -> State: ...
    def __repr__(self): return type(self).__name__
class Start(State):
    def next(self, ch): return Num() if ch.isdigit() else self
class Num(State):
    def next(self, ch): return self if ch.isdigit() else Start()
print(functools.reduce(lambda s, c: s.next(c), "ab12", Start()))
class Observable:
    def __init__(self): self._obs = weakref.WeakSet()
    def attach(self, o): self._obs.add(o)
    def notify(self, *a): return sorted(o.update(*a) for o in self._obs)
class Obs:
    def __init__(self, n): self.n = n
    def update(self, x): return f"{self.n}:{x}"
o = Observable(); a, b = Obs("a"), Obs("b"); o.attach(a); o.attach(b); print(o.notify(5))
class Pipeline:
    def __init__(self, *steps): self.steps = steps
    def __or__(self, f): return Pipeline(*self.steps, f)
    def __call__(self, x): return functools.reduce(lambda a, f: f(a), self.steps, x)
    def __ror__(self, x): return self(x)
p = Pipeline() | str.strip | str.title | (lambda s: s + "!"); print(p("  hello world "), " x " | p)
class Builder:
    def __init__(self): self.parts = []
    def __getattr__(self, name):
        def add(*a): self.parts.append(f"{name}({', '.join(map(repr, a))})"); return self
        return add
    def __str__(self): return ".".join(self.parts)
print(Builder().select("a").where(1, "b").limit(5))
class Vec:
    def __init__(self, *c): self.c = c
    def __iter__(self): return iter(self.c)
    def __eq__(self, o): return isinstance(o, Vec) and tuple(self) == tuple(o)
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self, o)))
    def __mul__(self, k): return Vec(*(a * k for a in self)) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(self, k))
    __rmul__ = __mul__
    def __abs__(self): return self * self and (self * self) ** .5
    def __bool__(self): return any(self)
    def __getattr__(self, n):
        try: return self.c["xyz".index(n)]
        except ValueError: raise AttributeError(f"{type(self).__name__!r} object has no attribute {n!r}") from None
    def __repr__(self): return f"Vec{self.c}"
v = Vec(3, 4); print(v + Vec(1, 1), 2 * v, v * v, abs(v), v.x, bool(Vec(0, 0)), v == Vec(3, 4), [*v])
@contextlib.contextmanager
def timer(label):
    print("start", label)
    try: yield lambda: label.upper()
    finally: print("end", label)
with timer("t") as t: print(t())
@timer("deco")
def decorated(): print("in")
decorated()
class Plugin:
    plugins = []
    def __init_subclass__(cls): cls.plugins.append(cls)
class P1(Plugin): pass
class P2(Plugin): pass
print([p.__name__ for p in Plugin.plugins], Plugin.__subclasses__())
print(inspect.signature(retry), inspect.signature(Bus.on), Bus.on.__annotations__, LRU.__getitem__.__annotations__)
v.q
