"""An exception ends its thread, not the program; the status stays 0."""
import threading


def bad(n):
    return 1 // n


t = threading.Thread(target=bad, args=(0,))
t.start()
t.join()
print("main goes on", t.is_alive())


class Catching(threading.Thread):
    def run(self):
        try:
            super().run()
        except Exception as error:
            self.error = error


c = Catching(target=bad, args=(0,))
c.start()
c.join()
print(repr(c.error))
