"""Classes: attributes, methods, class and static methods, attribute protocol."""
class Account:
    """A bank account."""
    bank = "First"
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.opened += 1

    def deposit(self, amount):
        self.balance += amount
        return self

    @classmethod
    def empty(cls, owner):
        return cls(owner)

    @staticmethod
    def valid(amount):
        return amount > 0

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


a = Account("Ann", 10)
b = Account.empty("Bob")
print(a, b, a.deposit(5).deposit(1), Account.opened, a.valid(1), Account.valid(-1))
a.bank = "Mine"
print(a.bank, b.bank, Account.bank, sorted(vars(a)), "bank" in vars(b))
del a.bank
print(a.bank, hasattr(a, "balance"), getattr(a, "nope", "default"), isinstance(a, Account), type(a) is Account)
setattr(a, "extra", 1)
print(a.extra, a.__dict__, Account.__name__, Account.__doc__, a.__class__.__name__)
bound = a.deposit
print(bound(100), bound.__self__ is a, bound.__name__, Account.deposit(b, 7))
Account.withdraw = lambda self, n: self.deposit(-n)
print(b.withdraw(2))


class Dynamic:
    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: name[4:]
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)

    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)


d = Dynamic()
d.x = 21
print(d.x, d.get_color(), hasattr(d, "other"))
del d.x
try:
    d.x
except AttributeError as error:
    print("AttributeError:", error)


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
try:
    s.c = 1
except AttributeError as error:
    print("AttributeError:", error)
try:
    s.b
except AttributeError as error:
    print("AttributeError:", error)


class Outer:
    class Inner:
        def where(self):
            return type(self).__qualname__

    count = sum(n for n in range(4))
    if count > 3:
        big = True


print(Outer.Inner().where(), Outer.count, Outer.big, Outer.Inner.where.__qualname__)
Made = type("Made", (Account,), {"bank": "Made up", "shout": lambda self: self.owner.upper()})
m = Made("cy")
print(m, m.bank, m.shout(), Made.__bases__[0].__name__, Made.__mro__[-1].__name__)
for bad in (lambda: a.missing, lambda: Account.missing, lambda: Account(), lambda: a(), lambda: Account.deposit(),
            lambda: setattr(5, "x", 1), lambda: delattr(a, "missing"), lambda: object().x, lambda: Account("a", 1, 2)):
    try:
        print(bad())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error)
