from joblib import Memory, dump, load, hash, Parallel, delayed
import tempfile, os
mem = Memory(tempfile.mkdtemp(), verbose=0)
@mem.cache
def f(x):
    print('Running f(%s)' % x)
    return x*2
print(f(1)); print(f(1)); print(f(2)); print(f(1))
f.clear(warn=False)
print(f(1))
mem.clear(warn=False)
m2 = Memory(None)
g = m2.cache(lambda x: x+1); print(g(1))
fn = os.path.join(tempfile.mkdtemp(),'t.joblib'); print(len(dump({'a':[1,2]}, fn))); print(load(fn))
print(f.check_call_in_cache(1), f.check_call_in_cache(2)) 
