import pickle, threading, sys
def gen():
    yield
for v in (threading.Lock(), gen(), sys, sys.stdout, memoryview(b'x'), {}.keys(), threading.RLock()):
    try:
        pickle.dumps(v)
        print('ok')
    except Exception as exc:
        print(type(exc).__name__, exc)
