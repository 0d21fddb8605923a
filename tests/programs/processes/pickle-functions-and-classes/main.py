import pickle, math
def f(): pass
class C:
    class Inner: pass
    def method(self): return 'm'
    @staticmethod
    def s(): return 's'
    @classmethod
    def c(cls): return 'c'
for v in (f, C, C.Inner, C.s, len, math.sqrt, int, ValueError, C().method, C.c, [].append):
    try:
        d = pickle.dumps(v)
        print(len(d), pickle.loads(d) is v or type(pickle.loads(d)).__name__)
    except Exception as exc:
        print(type(exc).__name__, exc)
