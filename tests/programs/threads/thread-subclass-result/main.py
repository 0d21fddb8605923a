"""A subclass that keeps its result and its exception, and join that gives them back."""
import threading


class Task(threading.Thread):
    def __init__(self, fn, *args):
        super().__init__(name=f"task-{fn.__name__}")
        self.fn, self.args_ = fn, args
        self.result = self.error = None

    def run(self):
        try:
            self.result = self.fn(*self.args_)
        except Exception as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.error:
            raise self.error
        return self.result


def divide(a, b):
    return a / b


for pair in ((6, 3), (1, 0), (9, 2)):
    task = Task(divide, *pair)
    task.start()
    try:
        print(task.name, task.join())
    except ZeroDivisionError as error:
        print("failed:", error)
