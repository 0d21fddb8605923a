import gc
class Res:
    def __init__(self, n): self.n = n; print("open", n)
    def __del__(self): print("del", self.n)
r = Res(1); r = None
r = Res(2); del r
def fn(): r = Res(3); return 5
print(fn())
lst = [Res(4), Res(5)]; lst.pop(); print("popped"); lst.clear(); print("cleared")
r = Res(6); r2 = r; del r; print("still"); r2 = Res(7)
try: Res(8).foo
except AttributeError: print("caught")
d = {"r": Res(9)}
d["r"] = Res(10)
x = Res(11)
class Engine:
    def __del__(self): print("engine gone")
class Car:
    def __init__(self): self.engine = Engine()
    def __del__(self): print("car gone")
car = Car()
del car
print("car deleted")
e = Engine()
class Holder:
    def __init__(self, e): self.e = e
    def __del__(self): print("holder gone")
h = Holder(e); del e
print("e deleted")
h = 5
print("h gone")
def use(res): print("using", res.n)
use(Res(20))
print("used")
for i in range(3):
    t = Res(100 + i)
print("loop done")
print("survived")
def maker():
    a = Res(30); b = Res(31)
    return a
k = maker()
print("kept", k.n)
k = [maker() for _ in range(2)]
del k
def f(n):
    if n: 
        q = Res(40 + n)
        f(n - 1)
f(2)
print("end")
