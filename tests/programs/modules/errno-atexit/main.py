"""errno numbers; functions at the end of the program."""
import atexit
import errno
import os

print(errno.ENOENT, errno.errorcode[2], errno.EAGAIN == errno.EWOULDBLOCK, os.strerror(errno.EEXIST))
try:
    open("absent")
except OSError as problem:
    print(problem.errno == errno.ENOENT)


@atexit.register
def first():
    print("registered first, runs last")


def second(text, *, mark):
    print(text, mark)


atexit.register(second, "registered second", mark="!")
removed = atexit.register(lambda: print("never"))
atexit.unregister(removed)
print("end of the program")
