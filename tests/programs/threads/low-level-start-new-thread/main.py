"""_thread: start_new_thread, locks, exit, errors."""
import _thread
import time

done = _thread.allocate_lock()
done.acquire()
out = []


def work(a, b=0):
    out.append((a, b))
    done.release()


ident = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(out, isinstance(ident, int), ident != _thread.get_ident())


def leaves():
    out.append("before")
    done.release()
    _thread.exit()
    out.append("never")


_thread.start_new_thread(leaves, ())
done.acquire()
time.sleep(0.02)
print(out)
for bad in ((1, ()), (work, [1]), (work, (1,), []), (work,), ()):
    try:
        _thread.start_new_thread(*bad)
    except TypeError as error:
        print(error)
print(_thread.error is RuntimeError, _thread.TIMEOUT_MAX > 1e6, _thread._count() >= 0)
