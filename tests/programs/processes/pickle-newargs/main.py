import pickle
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    def __getnewargs__(self):
        return (self[0], self[1])
p = pickle.loads(pickle.dumps(Pair(1, 2)))
print(p, type(p).__name__)
class K:
    def __new__(cls, *, key):
        self = super().__new__(cls)
        self.key = key
        return self
    def __getnewargs_ex__(self):
        return ((), {'key': self.key})
print(pickle.loads(pickle.dumps(K(key=3))).key)
