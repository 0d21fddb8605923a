"""A repeating timer made by subclassing."""
import threading
import time


class Repeat(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


beats = []
r = Repeat(0.02, lambda: beats.append(len(beats)))
r.start()
time.sleep(0.11)
r.cancel()
r.join()
print(3 <= len(beats) <= 5, beats[:3])
