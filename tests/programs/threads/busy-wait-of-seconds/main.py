"""Waiting in a loop for seconds: for a number of threads, for a flag, for an Event, for a list, in a function and at the top."""
import threading
import time

flag = False
items = []


def sleeps():
    time.sleep(1.5)


def sets():
    global flag
    time.sleep(1)
    flag = True
    time.sleep(0.5)
    items.append("item")


def wait_for_items():
    turns = 0
    while not items:
        pass
    while turns < 3:
        turns += 1
    return turns, items


threading.Thread(target=sleeps).start()
while threading.active_count() != 1:
    pass
print("alone")
threading.Thread(target=sets).start()
while not flag:
    pass
print(flag, wait_for_items())
event = threading.Event()
threading.Timer(0.5, event.set).start()
while not event.is_set():
    continue
print(event.is_set())


class Box:
    ready = None


def fill():
    time.sleep(0.5)
    Box.ready = 7


threading.Thread(target=fill).start()
while Box.ready is None or len(items) != 1:
    pass
print(Box.ready)
