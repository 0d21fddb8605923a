"""Exception groups and except*."""
def show(e, d=0):
    if isinstance(e, BaseExceptionGroup):
        print('  ' * d + type(e).__name__, e.message)
        for x in e.exceptions: show(x, d + 1)
    else: print('  ' * d + repr(e))
eg = ExceptionGroup('top', [ValueError(1), TypeError(2), ExceptionGroup('sub', [ValueError(3), OSError(4)])])
print(str(eg), repr(eg))
show(eg)
m, r = eg.split(ValueError)
show(m); show(r)
show(eg.subgroup((TypeError, OSError)))
print(eg.subgroup(KeyError), eg.split(KeyError)[0])
show(eg.subgroup(lambda e: e.args == (3,)))
def run(g):
    try:
        try: raise g
        except* ValueError as v: print('V'); show(v, 1)
        except* (TypeError, OSError) as t: print('T'); show(t, 1)
        else: print('else')
        finally: print('finally')
    except BaseException as out: print('out'); show(out, 1)
run(eg)
run(ValueError('single'))
run(KeyError('other'))
run(ExceptionGroup('g', [KeyError(1), ValueError(2)]))
def raises_in_handler():
    try:
        try: raise ExceptionGroup('e', [ValueError(1), TypeError(2), KeyError(3)])
        except* ValueError: raise OSError('new')
        except* TypeError: raise
    except BaseException as e: show(e)
raises_in_handler()
def one_new():
    try:
        try: raise ExceptionGroup('e', [ValueError(1)])
        except* ValueError as v: raise OSError('new') from v
    except BaseException as e: show(e); print(repr(e.__cause__))
one_new()
def reraise_named():
    try:
        try: raise ExceptionGroup('e', [ValueError(1), KeyError(2)])
        except* ValueError as v: raise v
    except BaseException as e: show(e)
reraise_named()
try:
    pass
except* ValueError: print('no')
else: print('else runs')
for bad in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup('m', 5),
            lambda: ExceptionGroup('m', [KeyboardInterrupt()])):
    try: bad()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(type(BaseExceptionGroup('m', [ValueError()])).__name__, type(BaseExceptionGroup('m', [KeyboardInterrupt()])).__name__)
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e: print(e)
class Mine(ExceptionGroup):
    def derive(self, excs): return Mine(self.message + '!', excs)
show(Mine('mine', [ValueError(1), KeyError(2)]).split(KeyError)[0])
def in_loop():
    for i in range(3):
        try: raise ExceptionGroup('l', [ValueError(i)])
        except* ValueError as e: x = e.exceptions[0].args
    return x
print(in_loop())
