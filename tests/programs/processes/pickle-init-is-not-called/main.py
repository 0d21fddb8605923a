import pickle
class Loud:
    def __init__(self):
        print('init')
        self.a = 1
    def __new__(cls):
        print('new')
        return super().__new__(cls)
x = Loud()
y = pickle.loads(pickle.dumps(x))
print(y.a)
