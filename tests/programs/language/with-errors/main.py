class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
class BadEnter:
    def __enter__(self): raise RuntimeError("enter")
    def __exit__(self, *a): print("never")
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("exit")
for cls in (NoExit, NoEnter, int, BadEnter, BadExit):
    try:
        with cls(): print("body", cls.__name__)
    except Exception as e: print(type(e).__name__, e)
try:
    with BadExit(): raise ValueError("body")
except RuntimeError as e: print(e, repr(e.__context__))
class Truthy:
    def __enter__(self): pass
    def __exit__(self, *a): return "yes"
with Truthy(): raise ValueError
print("swallowed")
