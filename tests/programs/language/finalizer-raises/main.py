import gc
import sys


class Bad:
    def __del__(self):
        raise ValueError('in del')


class Loop:
    def __init__(self):
        self.me = self

    def __del__(self):
        print('loop gone')


seen = []
sys.unraisablehook = lambda unraisable: seen.append((unraisable.exc_type.__name__, str(unraisable.exc_value)))
bad = Bad()
del bad
print('survived', seen)
loop = Loop()
del loop
gc.collect()
print('collected')


class Phoenix:
    saved = []

    def __del__(self):
        print('rising')
        self.saved.append(self)


bird = Phoenix()
bird = None
print(len(Phoenix.saved))
Phoenix.saved.clear()
print('not again')


class Base:
    def __del__(self):
        print('base', self.name)


class Derived(Base):
    name = 'derived'

    def __del__(self):
        print('derived first')
        super().__del__()


def scope():
    a = Derived()
    print('in scope')


scope()
print('out of scope')
items = {'a': Derived()}
items.pop('a')
print('popped')
raise SystemExit(3)
