import pickle
class Object: pass
class MyList(list):
    sample = [1, 2, 3]
class MySet(set): pass
class MyDict(dict): pass
for proto in range(6):
    for factory in (list, set, frozenset, MyList, MySet, dict.fromkeys, MyDict.fromkeys):
        x = Object()
        y = factory([x])
        x.attr = y
        for o in (x, y):
            s = pickle.dumps(o, proto)
            z = pickle.loads(s)
            v = z.attr if o is x else z
            print(proto, getattr(factory, "__name__", "?"), len(v), list(v)[0].attr is v)
