"""Missing names, with and without a suggestion in the message proper."""
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'name', None))


value = 1


class Thing:
    name = 'n'
    def method(self): return valu


attempt(lambda: valeu)
attempt(lambda: Thing().nam)
attempt(lambda: Thing.nam)
attempt(Thing().method)
attempt(lambda: undefined_function())
attempt(lambda: value.real_)
attempt(lambda: 'x'.uper())
attempt(lambda: None.x)
attempt(lambda: [].push)
attempt(lambda: (1).x)
attempt(lambda: 1.5.x)
attempt(lambda: len.x)
attempt(lambda: (lambda: 0).x)
attempt(lambda: type.x)
attempt(lambda: int.x)


def store_on(o, n):
    setattr(o, n, 1)


attempt(lambda: store_on(1, 'x'))
attempt(lambda: store_on('s', 'x'))
attempt(lambda: store_on(None, 'x'))
attempt(lambda: store_on([], 'x'))
attempt(lambda: store_on(int, 'x'))
attempt(lambda: store_on(len, 'x'))
attempt(lambda: store_on(1, 'real'))
attempt(lambda: delattr(Thing(), 'x'))
attempt(lambda: delattr(Thing(), 'name'))
attempt(lambda: delattr(Thing, 'x'))
attempt(lambda: delattr(1, 'x'))
attempt(lambda: getattr(Thing(), 5))
attempt(lambda: setattr(Thing(), 5, 5))
