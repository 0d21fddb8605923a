"""current_thread() in a thread made by _thread."""
import _thread
import threading

gate = threading.Lock()
gate.acquire()


def work():
    me = threading.current_thread()
    print(type(me).__name__, me.name, me.daemon, me.is_alive(), me in threading.enumerate())
    try:
        me.join()
    except Exception as error:
        print(type(error).__name__, error)
    gate.release()


_thread.start_new_thread(work, ())
gate.acquire()
print(threading.current_thread().name)
