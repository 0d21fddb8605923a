"""The _thread module underneath."""
import _thread
import time

lock = _thread.allocate_lock()
done = _thread.allocate_lock()
done.acquire()


def work(a, b=0):
    with lock:
        results.append(a + b)
    if len(results) == 2:
        done.release()


results = []
ident = _thread.start_new_thread(work, (1,))
_thread.start_new_thread(work, (2,), {"b": 3})
done.acquire()
print(sorted(results), isinstance(ident, int), _thread.get_ident() != ident, type(lock) is _thread.LockType)
for bad in (lambda: _thread.start_new_thread(1, ()), lambda: _thread.start_new_thread(work, [1]), lambda: _thread.start_new_thread(work)):
    try:
        bad()
    except TypeError as error:
        print("TypeError:", str(error)[:30])
