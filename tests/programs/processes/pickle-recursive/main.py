import pickle
a = []
a.append(a)
b = pickle.loads(pickle.dumps(a))
print(b[0] is b, pickle.dumps(a))
d = {}
d['self'] = d
e = pickle.loads(pickle.dumps(d))
print(e['self'] is e)
t = ([],)
t[0].append(t)
u = pickle.loads(pickle.dumps(t))
print(u[0][0] is u)
class N: pass
n = N()
n.me = n
m = pickle.loads(pickle.dumps(n))
print(m.me is m)
