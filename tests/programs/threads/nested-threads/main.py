"""Threads that start threads: a tree of them."""
import threading

leaves = []
lock = threading.Lock()


def grow(depth, path):
    if depth == 0:
        with lock:
            leaves.append(path)
        return
    children = [threading.Thread(target=grow, args=(depth - 1, path + side), name=path + side) for side in "LR"]
    for c in children:
        c.start()
    for c in children:
        c.join()


grow(3, "")
print(sorted(leaves), threading.active_count())
