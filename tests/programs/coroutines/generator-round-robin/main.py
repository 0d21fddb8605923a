from collections import deque
def countdown(name, n):
    while n:
        print(name, n)
        yield
        n -= 1
    print(name, "done")
ready = deque([countdown("a", 2), countdown("b", 3), countdown("c", 1)])
while ready:
    g = ready.popleft()
    try:
        next(g)
        ready.append(g)
    except StopIteration:
        pass
