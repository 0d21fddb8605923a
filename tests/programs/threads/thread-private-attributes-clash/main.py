"""A subclass whose attributes have the names Thread itself uses still runs."""
import threading


class Mine(threading.Thread):
    def __init__(self, value):
        threading.Thread.__init__(self)
        self.value = value
        self.result = None
        self.args = (value,)
        self.target = "text"
        self.lock = threading.Lock()

    def run(self):
        with self.lock:
            self.result = self.value * 2


ts = [Mine(i) for i in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print([t.result for t in ts], [t.args for t in ts])
