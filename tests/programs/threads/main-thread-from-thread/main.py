"""main_thread() seen from another thread, and who is who in enumerate()."""
import threading


def look():
    names = [t.name for t in threading.enumerate()]
    print(names, threading.main_thread().name, threading.main_thread().is_alive())
    print(threading.main_thread() in threading.enumerate(), threading.active_count())


t = threading.Thread(target=look, name="looker")
t.start()
t.join()
print([t.name for t in threading.enumerate()])
