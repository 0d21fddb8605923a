"""get_ident, ident, native_id and main_thread."""
import _thread
import os
import threading

seen = {}


def work(i):
    barrier.wait()
    seen[i] = (threading.get_ident(), threading.get_native_id())
    me = threading.current_thread()
    assert me.ident == threading.get_ident() == _thread.get_ident()
    assert me.native_id == threading.get_native_id()
    barrier.wait()


barrier = threading.Barrier(3)
ts = [threading.Thread(target=work, args=(i,)) for i in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len({a for a, _ in seen.values()}), len({b for _, b in seen.values()}))
print(threading.main_thread().native_id == os.getpid(), threading.main_thread() is threading.current_thread())
print(isinstance(threading.get_ident(), int), threading.get_ident() != 0)
