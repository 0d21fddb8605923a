import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor
mp.set_start_method('spawn')
def f(x): return x
try:
    with ProcessPoolExecutor(2) as ex:
        print(list(ex.map(f, [1])))
except Exception as e:
    print(type(e).__name__)
