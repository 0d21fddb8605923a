import sys


def told(info):
    print("unraisable", info.exc_type.__name__, info.exc_value, type(info.object).__name__)


sys.unraisablehook = told


def bad():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("no")


for x in bad():
    break
print("go on")
g = stubborn()
next(g)
g = None
print("gone")


def nested(n):
    try:
        if n:
            yield from nested(n - 1)
        yield n
    finally:
        print("up", n)


for x in nested(3):
    if x == 1:
        break
print("end")
