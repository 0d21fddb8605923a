import pickle
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x):
        self.x = x
q = pickle.loads(pickle.dumps(P(4)))
print(q.x, hasattr(q, 'y'))
print(pickle.dumps(P(4)))
try:
    pickle.dumps(P(4), 1)
except TypeError as exc:
    print(exc)
