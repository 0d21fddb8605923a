import pickle
for e in (FileNotFoundError, BlockingIOError, ModuleNotFoundError, ConnectionError, TimeoutError, OSError, ImportError, ValueError, RecursionError, StopAsyncIteration):
    for proto in range(5):
        s = pickle.dumps(e, proto)
        print(s, pickle.loads(s))
print(pickle.dumps(FileNotFoundError(2, "no"), 2, fix_imports=False))
print(pickle.dispatch_table is __import__("copyreg").dispatch_table)

import builtins
for n, e in sorted(vars(builtins).items()):
    if isinstance(e, type) and issubclass(e, BaseException): print(pickle.dumps(e, 2))
