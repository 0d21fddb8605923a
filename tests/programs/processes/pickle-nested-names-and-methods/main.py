import pickle
class Nested:
    class A:
        class B:
            class C: pass
for proto in range(6):
    for o in [Nested.A, Nested.A.B, Nested.A.B.C]:
        s = pickle.dumps(o, proto); print(proto, s)
        print(pickle.loads(s))
class PyMethodsTest:
    @staticmethod
    def cheese(): return "cheese"
    @classmethod
    def wine(cls): return "wine"
    def biscuits(self): return "biscuits"
    class Nested:
        @staticmethod
        def ketchup(): return "k"
for proto in range(6):
    for m in (PyMethodsTest.cheese, PyMethodsTest.wine, PyMethodsTest().biscuits, PyMethodsTest.Nested.ketchup, PyMethodsTest.biscuits):
        s = pickle.dumps(m, proto); print(proto, s, pickle.loads(s)() if m is not PyMethodsTest.biscuits else "")
