"""What `__bool__` and `__len__` may return, asked from every place."""
class Says:
    def __init__(self, what): self.what = what
    def __bool__(self): return self.what
class Long:
    def __init__(self, what): self.what = what
    def __len__(self): return self.what
def ways(x):
    yield lambda: bool(x)
    yield lambda: 'if' if x else 'else'
    yield lambda: not x
    yield lambda: (x and 1) is x
    yield lambda: (x or 1) is x
    yield lambda: [1 for _ in 'a' if x]
    yield lambda: any([x])
    yield lambda: all([x])
for x in (Says(True), Says(False), Says(1), Says(None), Long(0), Long(2), Long(-1), Long('s'), Long(1.0)):
    for way in ways(x):
        try: print(way(), end=' ')
        except (TypeError, ValueError) as e: print(type(e).__name__, e, end=' ')
    print()
