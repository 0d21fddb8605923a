def f(a, b, c=3): pass
def g(a, /, b, *, c): pass
def h(*, k1, k2=2): pass
def n(): pass
class C:
    def m(self, x): pass
    @classmethod
    def cm(cls, y): pass
    @staticmethod
    def sm(z): pass
for call in ("f()", "f(1)", "f(1,2,3,4)", "f(1,2,d=4)", "f(1,a=2)", "g(1,2,3)", "g(a=1,b=2,c=3)", "g(1,c=3)", "g(1,2)",
             "h()", "h(1)", "h(k1=1,k3=3)", "n(1)", "C().m()", "C().m(1,2)", "C.cm()", "C.sm()", "C(1)", "f(*5)", "f(**5)",
             "f(**{1:2})", "f(1,2,**{'c':1,'a':2})", "f(1,*[2],b=3)", "print(1,foo=2)", "len()", "len(1,2)", "int(1,2,3)", "sorted()"):
    try:
        eval(call)
        print(call, "fine")
    except TypeError as e:
        print(call, "->", e)
