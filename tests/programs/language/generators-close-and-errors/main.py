def g():
    try: yield 1
    except GeneratorExit:
        print("exit")
        raise
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
a = g(); next(a); a.close(); a.close()
b = stubborn(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def stop(): 
    yield 1
    raise StopIteration("inside")
try: list(stop())
except RuntimeError as e: print(e, repr(e.__cause__))
def selfref():
    yield next(me)
me = selfref()
try: next(me)
except ValueError as e: print(e)
c = g()
try: c.throw(KeyError("early"))
except KeyError as e: print("early", e)
print(list(c))
try: g().throw(5)
except TypeError as e: print(e)
