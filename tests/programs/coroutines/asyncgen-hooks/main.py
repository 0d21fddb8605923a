import sys


async def numbers():
    yield 1


def first(agen):
    print("first", agen.__name__)


before = sys.get_asyncgen_hooks()
print(before.firstiter, before.finalizer)
sys.set_asyncgen_hooks(firstiter=first)
agen = numbers()
try:
    agen.__anext__().send(None)
except StopIteration as end:
    print(end.value)
print(sys.get_asyncgen_hooks().firstiter is first)
sys.set_asyncgen_hooks(*before)
print(sys.get_asyncgen_hooks().firstiter)
try:
    sys.set_asyncgen_hooks(firstiter=3)
except TypeError as error:
    print("TypeError")
