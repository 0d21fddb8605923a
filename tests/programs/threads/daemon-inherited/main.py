"""A thread inherits the daemon flag of its creator."""
import threading
import time


def child():
    time.sleep(10)
    print("never printed")


def parent():
    t = threading.Thread(target=child)
    print("child is daemon:", t.daemon, t.isDaemon())
    t.start()
    u = threading.Thread(target=child, daemon=False)
    print("told otherwise:", u.daemon)


p = threading.Thread(target=parent)
p.daemon = True
p.start()
p.join()
print("main thread daemon:", threading.main_thread().daemon, threading.Thread().daemon)
