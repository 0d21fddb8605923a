import functools, collections
from collections import ChainMap, UserDict, UserList, UserString, abc, deque
c = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(c, c['a'], len(c), dict(c), c.items(), list(c.keys()), c | {'z': 1}, {'q': 1} | c, c.new_child({'n': 1}), c.parents, ChainMap.fromkeys('ab'), isinstance(c, abc.MutableMapping), c == {'a': 1, 'b': 3}, c.pop('a'))
u = UserDict(a=1); u['b'] = 2; print(u, u | {'c': 3}, u.copy(), u.get('x', 5), u.items(), isinstance(u, abc.Mapping), u == {'a': 1, 'b': 2}, u.pop('a'), u.setdefault('k', 1), UserDict.fromkeys('ab'))
l = UserList([3, 1]); l.append(2); l.sort(); print(l, l + [4], l * 2, l[1:], l == [1, 2, 3], isinstance(l, abc.MutableSequence), l.copy(), [0] + l, l.index(2), 3 in l)
s = UserString('hello'); print(s, repr(s), s.upper(), type(s.upper()).__name__, s + '!', s[1:3], s.find('l'), s.split('l'), s == 'hello', isinstance(s, abc.Sequence), s.replace('l', 'L'), 'ell' in s, s % (), hash(s) == hash('hello'), s.isalpha(), s.center(9, '*'))
print(isinstance(deque(), abc.MutableSequence))
@functools.singledispatch
def f(x): return 'object'
@f.register
def _(x: int): return 'int'
@f.register(list)
def _(x): return 'list'
@f.register
def _(x: str | bytes): return 'text'
@f.register(abc.Mapping)
def _(x): return 'mapping'
print(f(1.5), f(1), f(True), f([]), f('a'), f(b''), f({}), f(collections.OrderedDict()), f.dispatch(int)(3), len(f.registry), f.__name__)
for bad in (lambda: f(), lambda: f.register(42), lambda: f.register(lambda x: 1), lambda: f.register(list[int], lambda x: 1)):
    try: bad()
    except TypeError as e: print(str(e)[:60])
class C:
    @functools.singledispatchmethod
    def m(self, a): return 'obj'
    @m.register
    def _(self, a: int): return 'int'
    @m.register
    @classmethod
    def _(cls, a: str): return cls.__name__
    def set(self, v, w=0): return (v, w)
    one = functools.partialmethod(set, 1)
    two = functools.partialmethod(one, w=2)
    @functools.cached_property
    def cp(self): print('once'); return 5
c = C(); print(c.m(1), c.m('x'), c.m(2.0), c.one(), c.one(w=3), c.two(), C.one(c), c.cp, c.cp)
class Sl:
    __slots__ = ()
    @functools.cached_property
    def cp(self): return 1
try: Sl().cp
except TypeError as e: print(e)
print(functools.partial(print, 1, sep='x'), functools.reduce(lambda a, b: a*b, [1,2,3], 10))
