"""is_alive, active_count, enumerate, main_thread while threads come and go."""
import threading
import time

go = threading.Event()


def wait():
    go.wait()


threads = [threading.Thread(target=wait, name=f"w{i}") for i in range(3)]
print(threading.active_count(), [t.is_alive() for t in threads])
for t in threads:
    t.start()
print(threading.active_count(), [t.is_alive() for t in threads], sorted(t.name for t in threading.enumerate()))
print(threading.main_thread() is threading.current_thread(), threading.main_thread().is_alive())
go.set()
for t in threads:
    t.join()
print(threading.active_count(), [t.is_alive() for t in threads], [t.name for t in threading.enumerate()])
print(len({t.ident for t in threads}) >= 1, threading.get_ident() == threading.main_thread().ident)
print(repr(threading.Thread(name="x")), repr(threading.Thread(name="y", daemon=True)))
print(repr(threads[0]).startswith("<Thread(w0, stopped "), repr(threading.main_thread()).startswith("<_MainThread(MainThread, started "))
