class A:
    _n = 3
    @classmethod
    @property
    def n(cls): return cls._n, cls.__name__
    @classmethod
    def m(cls): return cls.n
class B(A): _n = 4
print(A.n, B.n, A().n, B().m(), [B().n for _ in range(3)], getattr(B, "n"))
for _ in range(5): print(A.n)
