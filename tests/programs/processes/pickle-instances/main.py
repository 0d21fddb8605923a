import pickle
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
class Empty:
    pass
p = Point(1, 'two')
d = pickle.dumps(p)
print(d)
q = pickle.loads(d)
print(q is p, q.x, q.y, type(q) is Point)
print(pickle.dumps(Empty()), pickle.dumps([p, p]))
