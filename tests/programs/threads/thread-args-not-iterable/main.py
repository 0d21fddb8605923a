"""A single argument without the comma: the thread fails, the program goes on."""
import threading


def work(x):
    print("never", x)


t = threading.Thread(target=work, args=(5), name="W")
t.start()
t.join()
print("main goes on", t.is_alive())
