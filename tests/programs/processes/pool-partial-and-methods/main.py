from multiprocessing import Pool, Process
from functools import partial
import pickle, random, collections, itertools, operator
def power(base, exponent, offset=0): return base ** exponent + offset
class Calc:
    def __init__(self, k): self.k = k
    def mul(self, x): return self.k * x
    def run(self, xs):
        with Pool(2) as p: return p.map(self.mul, xs)
    def __call__(self, x): return self.k + x
    @classmethod
    def make(cls, x): return cls(x).k
    @staticmethod
    def sq(x): return x * x
class Sub(partial): pass
if __name__ == '__main__':
    with Pool(2) as pool:
        print(pool.map(partial(power, exponent=2), range(5)))
        print(pool.map(partial(power, 2), range(5)))
        print(pool.map(partial(partial(power, 2), offset=1), range(3)))
        print(pool.map(Calc(3), range(3)), pool.map(Calc.make, [1, 2]), pool.map(Calc.sq, [3]), pool.map(Calc(2).mul, [4]))
        print(pool.map(str.upper, ['a', 'b']), pool.map(len, ['abc']), pool.map(operator.neg, [1]), pool.map('x{}'.format, [1]))
        print(pool.map(operator.itemgetter(1), [(1, 2)]), pool.map(operator.attrgetter('real'), [1j]), pool.map(operator.methodcaller('upper'), ['q']))
        print(pool.starmap(max, itertools.product([1, 2], [0, 3])))
        print(pool.map(eval, ['1+1']), pool.map(sum, [[1, 2]]), pool.map(int, ['5']), pool.map(list, ['ab']), pool.map(dict.fromkeys, ['ab']))
    print(Calc(4).run([1, 2]))
    r = random.Random(5); r2 = pickle.loads(pickle.dumps(r)); print(r.random() == r2.random())
    p = partial(power, 2, offset=3); q = pickle.loads(pickle.dumps(p)); print(q(3), q.func is power, q.args, q.keywords)
