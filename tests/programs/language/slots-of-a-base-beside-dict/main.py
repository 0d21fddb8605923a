import copy, pickle
class Base:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
class Child(Base):
    def __init__(self):
        super().__init__()
        self.z = 3
c = Child()
print(c.__dict__, vars(c), c.a, c.z)
c.b = 'set after the dict was made'
c.y = 4
print(c.b, c.__dict__)
c.a += 10
print(c.a)
del c.a
for name in ('a', 'nothing'):
    try:
        getattr(c, name)
    except AttributeError as e:
        print(e)
try:
    del c.a
except AttributeError as e:
    print(e)
c.a = 7
c.__dict__ = {'fresh': True}
print(c.a, c.b, c.fresh, hasattr(c, 'z'))
for twin in (copy.copy(c), copy.deepcopy(c), pickle.loads(pickle.dumps(c))):
    print(twin.a, twin.b, twin.fresh, twin.__dict__)
print(c.__getstate__(), Base().__getstate__(), object().__getstate__())
many = [Child() for _ in range(3)]
for n, one in enumerate(many):
    one.__dict__['n'] = n
    one.a = n * 10
print([(one.a, one.n, one.z) for one in many])
class Plain: pass
class Slotted(Plain):
    __slots__ = ('s',)
s = Slotted(); s.s = 1; s.free = 2
print(s.__dict__, Slotted.s)
