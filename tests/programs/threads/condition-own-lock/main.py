"""A condition over a lock class of the program: it has acquire and release, and nothing else."""
import threading


class Turnstile:
    def __init__(self):
        self.free = True

    def acquire(self, blocking=True):
        print("asked", blocking, "free" if self.free else "taken")
        taken, self.free = self.free, False
        return taken

    def release(self):
        print("left")
        self.free = True

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


condition = threading.Condition(Turnstile())
for call in (condition.wait, condition.notify):
    try:
        call()
    except RuntimeError as error:
        print(error)
with condition:
    print(condition.wait(0.001))
    condition.notify()
print(condition.wait_for(lambda: "at once"))
