import pickle
class R:
    def __init__(self, v):
        self.v = v
    def __reduce__(self):
        return (R, (self.v * 2,))
print(pickle.dumps(R(4)), pickle.loads(pickle.dumps(R(4))).v)
class S:
    def __reduce__(self):
        return (S, (), {'attr': 5})
print(pickle.loads(pickle.dumps(S())).attr)
class L(list):
    def __reduce__(self):
        return (L, (), None, iter([1, 2, 3]))
print(pickle.loads(pickle.dumps(L())))
class D(dict):
    def __reduce_ex__(self, protocol):
        print('protocol', protocol)
        return (D, (), None, None, iter({'a': 1}.items()))
print(pickle.loads(pickle.dumps(D())))
class G:
    def __reduce__(self):
        return 'only'
only = G()
print(pickle.loads(pickle.dumps(only)) is only)
