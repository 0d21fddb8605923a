class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "F()"
    def __str__(self): return "str"
a = 5
v = F()
print(f"{a=} {a = } {a=:>4} {a*2=} {v=} {v=!s} {v:abc} {v!r:>5} {v}")
print(f"{ a + 1 =}", f"{'q'=}", f"{v!s}")
class Bad:
    def __format__(self, spec): return 5
try: f"{Bad()}"
except TypeError as e: print(e)
try: f"{object():x}"
except TypeError as e: print(e)
try: f"{[1]:>5}"
except TypeError as e: print(e)
