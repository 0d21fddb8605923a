"""run() in the caller: no new thread; target is forgotten afterwards."""
import threading


def work():
    print("in", threading.current_thread().name, threading.active_count())


t = threading.Thread(target=work)
t.run()
print(t.is_alive(), t.ident)
try:
    t.run()
except AttributeError as error:
    print("AttributeError", error)
