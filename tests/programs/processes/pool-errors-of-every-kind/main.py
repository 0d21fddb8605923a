from multiprocessing import Pool
import traceback
class MyError(Exception):
    def __init__(self, code, msg):
        super().__init__(code, msg); self.code=code
def fail(x):
    if x == 3: raise ValueError('bad value: %d' % x)
    return x
def fail2(x): raise MyError(4, 'x')
def fail3(x): return {}['k']
if __name__ == '__main__':
    with Pool(2) as p:
        try: p.map(fail, range(6))
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__)
            print(str(e.__cause__).strip().splitlines()[0]); print(str(e.__cause__).strip().splitlines()[-2])
        try: p.apply(fail2, (1,))
        except MyError as e: print(e.code, e.args)
        try: p.apply_async(fail3, (1,)).get()
        except KeyError as e: print(repr(e)); traceback.print_exc()
        it = p.imap(fail, range(6))
        out=[]
        while True:
            try: out.append(next(it))
            except ValueError as e: out.append(str(e))
            except StopIteration: break
        print(out)
    p.map(fail, [3])
