import pickle
class Mine(Exception):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.b = b
for e in (ValueError('x'), KeyError('k'), OSError(2, 'No such file'), StopIteration(5), Mine('m', 9), ZeroDivisionError()):
    f = pickle.loads(pickle.dumps(e))
    print(type(f).__name__, f.args, f, f.__dict__)
class Two(Exception):
    def __init__(self, a, b):
        super().__init__(f'{a} {b}')
try:
    pickle.loads(pickle.dumps(Two(1, 2)))
except TypeError as exc:
    print(exc)
