"""A subclass that forgets Thread.__init__."""
import threading


class Forgetful(threading.Thread):
    def __init__(self):
        pass


f = Forgetful()
for name in ("start", "join", "is_alive", "getName"):
    try:
        getattr(f, name)()
    except BaseException as error:
        print(name, type(error).__name__, error)
for name in ("name", "ident", "daemon", "native_id"):
    try:
        print(getattr(f, name))
    except BaseException as error:
        print(name, type(error).__name__, error)
try:
    f.daemon = True
except BaseException as error:
    print("daemon=", type(error).__name__, error)
try:
    repr(f)
except BaseException as error:
    print("repr", type(error).__name__, error)
