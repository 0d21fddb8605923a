"""The target takes fewer arguments than it is given."""
import threading


def work(a):
    return a


for args in ((), (1, 2), (1,)):
    t = threading.Thread(target=work, args=args, name=f"W{len(args)}")
    t.start()
    t.join()
print("done")
