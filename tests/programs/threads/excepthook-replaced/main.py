"""threading.excepthook gets all four fields; a hook that fails is reported."""
import threading


def hook(args):
    print(type(args).__name__, args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name)
    print(args[0] is args.exc_type, len(args), isinstance(args, tuple))


def bad():
    1 / 0


threading.excepthook = hook
t = threading.Thread(target=bad, name="N")
t.start()
t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=bad, name="M")
t.start()
t.join()


def broken(args):
    raise LookupError("in hook")


threading.excepthook = broken
t = threading.Thread(target=bad, name="O")
t.start()
t.join()
print("end")
