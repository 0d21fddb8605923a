import pickle
class L(list): pass
class D(dict): pass
class I(int): pass
class S(str): pass
l = L([1, 2]); l.tag = 'x'
for v in (l, D(a=1), I(5), S('s')):
    w = pickle.loads(pickle.dumps(v))
    print(type(w).__name__, w == v, getattr(w, 'tag', None))
