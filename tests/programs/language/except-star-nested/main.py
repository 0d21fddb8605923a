eg = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
try:
    raise eg
except* ValueError as v:
    print(repr(v))
except* TypeError as t:
    print(repr(t))
print(eg.subgroup(lambda e: isinstance(e, TypeError)))
m, r = eg.split(ValueError)
print(repr(m)); print(repr(r))
print(eg.split(OSError)[0])
print(eg.derive([ValueError(9)]))
