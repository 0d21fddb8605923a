import pickle
class Counter:
    def __init__(self):
        self.n = 3
        self.cache = lambda: 1
    def __getstate__(self):
        state = self.__dict__.copy()
        del state['cache']
        return state
    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = None
c = pickle.loads(pickle.dumps(Counter()))
print(c.n, c.cache)
class Odd:
    def __getstate__(self):
        return ('a', 1)
    def __setstate__(self, state):
        self.state = state
print(pickle.loads(pickle.dumps(Odd())).state)
class Nothing:
    def __getstate__(self):
        return None
    def __setstate__(self, state):
        print('never')
pickle.loads(pickle.dumps(Nothing()))
