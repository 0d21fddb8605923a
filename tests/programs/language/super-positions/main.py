"""super() in every kind of function."""
class Base:
    attr = 'base attr'
    def method(self): return 'base method'
    @classmethod
    def cm(cls): return 'base cm', cls.__name__
    @staticmethod
    def sm(): return 'base sm'
    @property
    def prop(self): return 'base prop'
    def __len__(self): return 3
    def __getitem__(self, k): return k
    def gen(self): yield 1; yield 2
    def __new__(cls, *a):
        self = super().__new__(cls)
        self.made = a
        return self
    def __setattr__(self, n, v):
        super().__setattr__(n, v)
    def __repr__(self): return 'Base()'


class Derived(Base):
    def method(self): return 'derived ' + super().method()
    @classmethod
    def cm(cls): return super().cm()
    @staticmethod
    def sm(): return super(Derived, Derived).sm()
    @property
    def prop(self): return 'derived ' + super().prop
    def __len__(self): return super().__len__() + 1
    def __getitem__(self, k): return super().__getitem__(k) * 2
    def gen(self):
        yield 0
        yield from super().gen()
    def in_lambda(self): return (lambda: super(Derived, self).method())()
    def in_nested(self):
        def inner(self): return super().method()
        return inner(self)
    def in_comprehension(self):
        s = super()
        return [s.method() for _ in range(2)]
    def attribute(self): return super().attr
    def missing(self): return super().nothing
    def renamed(this): return super().method()
    def starred(*args): return super().method()
    def __repr__(self): return f'Derived({super().__repr__()})'


d = Derived(1, 2)
print(d.method(), d.cm(), Derived.cm(), d.sm(), d.prop, len(d), d[4], list(d.gen()))
print(d.in_lambda(), d.in_nested(), d.in_comprehension(), d.attribute(), d.renamed(), d.made, d)
try:
    d.missing()
except AttributeError as e:
    print(e)
try:
    d.starred()
except RuntimeError as e:
    print(e)
try:
    super()
except RuntimeError as e:
    print(e)


def f(): super()


try:
    f()
except RuntimeError as e:
    print(e)


def g(x): super()


try:
    g(1)
except RuntimeError as e:
    print(e)
try:
    super(Derived, 5).method()
except TypeError as e:
    print(e)
try:
    super(5, d)
except TypeError as e:
    print(e)
s = super(Derived, d)
print(s.__thisclass__.__name__, s.__self__ is d, s.__self_class__.__name__)


class SetterBase:
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x


class SetterDerived(SetterBase):
    @property
    def v(self): return super().v
    @v.setter
    def v(self, x): SetterBase.v.fset(self, x * 2)


s = SetterDerived()
s.v = 4
print(s.v)
