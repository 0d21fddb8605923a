import copyreg, pickle
class C:
    def __init__(self, v): self.v = v
def reduce_c(c):
    print('reducing')
    return C, (c.v + 1,)
copyreg.pickle(C, reduce_c)
print(pickle.loads(pickle.dumps(C(1))).v)
try:
    copyreg.pickle(C, 5)
except TypeError as exc:
    print(exc)
try:
    copyreg.constructor(5)
except TypeError as exc:
    print(exc)
