class InsufficientFunds(Exception):
    def __init__(self, need, have): super().__init__(f"need {need}, have {have}"); self.missing = need - have
class Account:
    interest = 0.02
    _next = 1
    def __init__(self, owner, balance=0): self.owner, self._balance, self.id = owner, balance, Account._next; Account._next += 1; self.log = []
    @property
    def balance(self): return self._balance
    def deposit(self, n):
        if n <= 0: raise ValueError("deposit must be positive")
        self._balance += n; self.log.append(("+", n)); return self
    def withdraw(self, n):
        if n > self._balance: raise InsufficientFunds(n, self._balance)
        self._balance -= n; self.log.append(("-", n)); return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance})"
    def __add__(self, o): return type(self)(f"{self.owner}&{o.owner}", self.balance + o.balance)
    def __lt__(self, o): return self.balance < o.balance
    def __iter__(self): return iter(self.log)
    def __len__(self): return len(self.log)
    def __contains__(self, n): return any(n == m for _, m in self.log)
    @classmethod
    def from_text(cls, s): name, _, n = s.partition(":"); return cls(name, int(n))
class Savings(Account):
    def add_interest(self): self._balance = round(self._balance * (1 + self.interest), 2); return self
    def withdraw(self, n):
        if n > 500: raise PermissionError("limit is 500")
        return super().withdraw(n)
a, s = Account("Al", 100), Savings.from_text("Sue:1000")
print(a.deposit(50).withdraw(30), s.add_interest(), a + s, min(a, s), sorted([s, a]), list(a), len(a), 50 in a, a.id, s.id)
for f in (lambda: a.withdraw(1000), lambda: a.deposit(-1), lambda: s.withdraw(600), lambda: setattr(a, "balance", 5), lambda: Account.from_text("bad")):
    try: f()
    except InsufficientFunds as e: print("short by", e.missing, "-", e)
    except (ValueError, PermissionError, AttributeError) as e: print(type(e).__name__, e)
