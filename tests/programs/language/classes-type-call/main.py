"""`type` called with three arguments, also where a metaclass takes over."""
class Meta(type):
    def __new__(mcs, name, bases, namespace, **kw):
        namespace['made_by'] = mcs.__name__
        return super().__new__(mcs, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)
        cls.ready = (name, sorted(kw))
class Base(metaclass=Meta): pass
A = type('A', (Base,), {'x': 1})
B = Meta('B', (), {}, flag=True)
C = type('C', (), dict(__doc__='text', f=lambda self: self.g(), g=lambda self: 'g'))
print(type(A).__name__, A.made_by, A.ready, A.__module__, B.ready, C().f(), C.__doc__, C.__module__)
for call in (lambda: type('a', 'b'), lambda: type(), lambda: type('T', 5, {}), lambda: type('T', (), 5), lambda: type('T', (5,), {}), lambda: type(5, (), {})):
    try: call()
    except TypeError as e: print(e)
A.__name__ = 'Other'
A.__qualname__ = 'Some.Other'
print(A.__name__, A.__qualname__, A)
