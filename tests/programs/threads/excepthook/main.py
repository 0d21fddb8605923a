"""threading.excepthook sees what threads did not handle."""
import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


original = threading.excepthook
threading.excepthook = hook


def bad():
    raise LookupError("lost")


t = threading.Thread(target=bad, name="bad one")
t.start()
t.join()


def leave():
    raise SystemExit(3)


t = threading.Thread(target=leave, name="leaver")
t.start()
t.join()
threading.excepthook = original
t = threading.Thread(target=leave)
t.start()
t.join()
print("done", original is threading.__excepthook__)
