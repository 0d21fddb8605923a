"""Assigning `__dict__`, `__class__` and `__doc__` of an instance."""
class A:
    def who(self): return 'A', self.x
class B:
    def who(self): return 'B', self.x
    extra = 'e'
a = A()
a.x = 1
a.__class__ = B
print(a.who(), a.extra, isinstance(a, B), isinstance(a, A), a.__dict__)
a.__dict__ = {'x': 5, 'y': 6}
a.z = 7
print(a.who(), a.y, a.__dict__)
class Borg:
    shared = {}
    def __init__(self): self.__dict__ = self.shared
p, q = Borg(), Borg()
p.value = 3
print(q.value, p.__dict__ is q.__dict__)
for bad in (lambda: setattr(a, '__dict__', 5), lambda: setattr(a, '__class__', int), lambda: setattr(a, '__class__', 5), lambda: setattr(1, 'real', 2), lambda: setattr('s', 'x', 1)):
    try: bad()
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
