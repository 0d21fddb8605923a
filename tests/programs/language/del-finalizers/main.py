class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = A(1)
a = None
print("after rebind")
b = A(2)
del b
print("after del")
def f():
    c = A(3)
    print("in f")
f()
print("after f")
l = [A(4), A(5)]
l.clear()
print("after clear")
A(6)
print("end")
