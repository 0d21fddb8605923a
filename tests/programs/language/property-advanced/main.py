class Temp:
    def __init__(self, c): self.celsius = c
    @property
    def celsius(self): "in degrees"; return self._c
    @celsius.setter
    def celsius(self, v):
        if v < -273.15: raise ValueError(f"{v} is too cold")
        self._c = v
    fahrenheit = property(lambda s: s._c * 9 / 5 + 32, lambda s, f: setattr(s, "celsius", (f - 32) * 5 / 9), doc="F")
t = Temp(100); print(t.fahrenheit); t.fahrenheit = 32; print(t.celsius, Temp.celsius.__doc__, Temp.fahrenheit.__doc__)
try: Temp(-300)
except ValueError as e: print(e)
class W:
    secret = property(fset=lambda s, v: print("write only", v))
w = W(); w.secret = 5
for f in (lambda: w.secret, lambda: delattr(t, "celsius"), lambda: setattr(type("R", (), {"p": property(lambda s: 1)})(), "p", 2)):
    try: f()
    except AttributeError as e: print(e)
class Lazy:
    @property
    def v(self): print("computing"); return self.__dict__.setdefault("cached", 42)
l = Lazy(); print(l.v, l.v)
class Base:
    @property
    def p(self): return "base"
class Kid(Base):
    p = "plain"
print(Kid().p, Base.p.__get__(Base()), isinstance(Base.p, property))
class Err:
    @property
    def x(self): return self.missing
    def __getattr__(self, n): return f"fallback:{n}"
print(Err().x)
