import enum, uuid, random, itertools, statistics, collections, datetime, decimal, logging, functools, operator
logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("shop")
class Status(enum.Enum):
    NEW = "new"; PAID = "paid"; SENT = "sent"
    def can_go(self, other): return other in _NEXT[self]
    def __str__(self): return self.value
_NEXT = {Status.NEW: {Status.PAID}, Status.PAID: {Status.SENT}, Status.SENT: set()}
class InvalidTransition(RuntimeError):
    def __init__(self, frm, to): super().__init__(f"cannot go from {frm} to {to}"); self.frm, self.to = frm, to
class Order:
    ids = itertools.count(1)
    def __init__(self, *lines): self.id = next(Order.ids); self.lines = list(lines); self.status = Status.NEW
    @property
    def total(self): return sum((q * decimal.Decimal(p) for _, q, p in self.lines), decimal.Decimal())
    def move(self, to):
        if not self.status.can_go(to): raise InvalidTransition(self.status, to)
        log.info("order %d: %s -> %s", self.id, self.status, to); self.status = to
    def __repr__(self): return f"<Order #{self.id} {self.status} {self.total}>"
orders = [Order(("a", 2, "9.99")), Order(("b", 1, "100"), ("c", 3, "0.333")), Order()]
orders[0].move(Status.PAID); orders[0].move(Status.SENT)
for o in orders:
    try: o.move(Status.SENT)
    except InvalidTransition as e: log.warning("%s", e); print(e.frm.name, e.to)
print(orders, sum(o.total for o in orders), statistics.mean([float(o.total) for o in orders]), max(orders, key=lambda o: o.total))
groups = {k: list(v) for k, v in itertools.groupby(sorted(orders, key=lambda o: o.status.name), key=lambda o: o.status)}; print(groups)
rng = random.Random(1); days = [datetime.date(2024, 1, 1) + datetime.timedelta(days=rng.randint(0, 60)) for _ in range(8)]; print([d.isoformat() for d in sorted(days)], collections.Counter(d.strftime("%B") for d in days))
@enum.unique
class Color(enum.IntEnum): RED = 1; BLUE = 2
class Perm(enum.Flag): R = enum.auto(); W = enum.auto(); X = enum.auto(); RW = R | W
print(Color.RED < Color.BLUE, Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, ~Perm.R, Perm(0), list(Perm), [p.name for p in Perm.RW], Perm.RW.value, Perm["W"], Color(2), repr(Color.BLUE), f"{Color.BLUE}", Status("paid"), repr(Status.NEW), Status.NEW is Status("new"), list(Status.__members__), Status.NEW.name)
for f in (lambda: Status("zz"), lambda: Perm(64), lambda: Status["zz"], lambda: Color.GREEN):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Auto(enum.Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = enum.auto(); B = enum.auto()
    @classmethod
    def _missing_(cls, v): return cls.A
print([m.value for m in Auto], Auto("zzz"), Auto.A.__class__, type(Auto.A), Auto.__name__, len(Auto), Auto.A in Auto, Auto.B != Auto.A, hash(Auto.A) == hash(Auto.A))
try:
    class Ext(Status): X = 1
except TypeError as e: print(e)
class Planet(enum.Enum):
    A = 1, 2
    def __new__(cls, a, b): o = object.__new__(cls); o._value_ = a; o.b = b; return o
print(Planet.A.value, Planet.A.b, Planet(1)); 
class Weekday(enum.Enum): MON, TUE = range(2)
print(list(Weekday)); functools.reduce(operator.add, [])
