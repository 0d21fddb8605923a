from collections import deque


def countdown(name, n):
    while n > 0:
        print(name, n)
        yield
        n -= 1
    print(name, "lifts off")


def run(tasks):
    ready = deque(tasks)
    while ready:
        task = ready.popleft()
        try:
            task.send(None)
            ready.append(task)
        except StopIteration:
            pass


run([countdown("Apollo", 3), countdown("Soyuz", 2), countdown("Ariane", 4)])
