"""send, throw, close, return values."""
def echo():
    got = None
    while True:
        try:
            got = yield got
            print('got', got)
        except ValueError as e:
            print('caught', e)
            got = 'after error'
        except GeneratorExit:
            print('closing')
            raise


g = echo()
print(next(g), g.send(1), g.send('two'), g.throw(ValueError('bad')), next(g))
g.close()
g.close()
try:
    g.send(1)
except StopIteration as e:
    print('stopped', e.value)
def returns():
    x = yield 1
    return x or 'nothing'


g = returns()
next(g)
try:
    g.send('val')
except StopIteration as e:
    print(e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print(e.value, e.args)


def attempt(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


attempt(lambda: echo().send(5))
attempt(lambda: returns().throw(KeyError('k')))
attempt(lambda: returns().throw(KeyError))
attempt(lambda: returns().throw(KeyError, 'v'))
attempt(lambda: returns().throw(5))
attempt(lambda: returns().close())


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print('refusing')
        yield 2


g = stubborn()
next(g)
attempt(g.close)
def finals():
    try:
        yield 1
        yield 2
    finally:
        print('finally')


g = finals()
next(g)
g.close()
g = finals()
next(g)
attempt(lambda: g.throw(KeyError('x')))
attempt(lambda: next(g))
def reenter():
    yield next(r)
r = reenter()
attempt(lambda: next(r))
def stop_inside():
    yield 1
    raise StopIteration('leak')
attempt(lambda: list(stop_inside()))
def stop_from_next():
    yield next(iter([]))
attempt(lambda: list(stop_from_next()))
g = (x * 2 for x in [1, 2, 3])
print(next(g), list(g), g.gi_running, g.gi_frame)
def names(): yield
n = names()
print(n.__name__, n.__qualname__, n.gi_code.co_name, n.gi_frame is not None, n.gi_yieldfrom, type(n).__name__)
print(iter(n) is n, hasattr(n, '__next__'), next(n))
def exc_in_finally():
    try:
        yield 1
    finally:
        raise KeyError('in finally')
g = exc_in_finally()
next(g)
attempt(g.close)
def ret_in_close():
    try:
        yield 1
    except GeneratorExit:
        return 'value'
g = ret_in_close()
next(g)
print(g.close())
