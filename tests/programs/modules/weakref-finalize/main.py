"""Callbacks and finalizers run when their object has gone, and those that are left at the end."""
import gc
import weakref


class Thing:
    pass


one = Thing()
reference = weakref.ref(one, lambda gone: print("callback", gone() is None))
del one
gc.collect()
print(reference())
two = Thing()
finalizer = weakref.finalize(two, print, "finalized", 2)
print(finalizer.alive, finalizer.peek()[1] is print)
del two
gc.collect()
print(finalizer.alive, finalizer())
three = Thing()
detached = weakref.finalize(three, print, "never")
detached.detach()
del three
gc.collect()
four = Thing()
called = weakref.finalize(four, lambda: 44)
print(called(), called())
five = Thing()
weakref.finalize(five, print, "at exit")
quiet = weakref.finalize(five, print, "not at exit")
quiet.atexit = False
print("end")
