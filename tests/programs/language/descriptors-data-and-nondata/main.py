class Data:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner):
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value): print("set", self.name, value); obj.__dict__[self.name] = value
    def __delete__(self, obj): print("del", self.name); obj.__dict__.pop(self.name, None)
class NonData:
    def __get__(self, obj, owner): return ("nondata", obj is None, owner.__name__)
class C:
    d = Data()
    n = NonData()
c = C()
print(c.d, c.n, C.n)
c.d = 5; print(c.d, c.__dict__)
c.n = "own"; print(c.n)
del c.n; print(c.n)
del c.d; print(c.d)
print(isinstance(C.d, Data))
class Only:
    def __set__(self, o, v): o.__dict__["x"] = v * 2
class E: x = Only()
e = E(); print(type(e.x).__name__); e.x = 4; print(e.x)
class ReadOnly:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError("read only!")
class F: r = ReadOnly()
try: F().r = 2
except AttributeError as err: print(err)
class Sub(C): pass
print(Sub().n, Sub.n)
