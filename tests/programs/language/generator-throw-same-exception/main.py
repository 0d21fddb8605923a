def g():
    while True:
        try: yield 1
        except ValueError:
            yield 2
            try: raise
            except ValueError as e: print("reraised", e)
            yield 3
x = g(); next(x)
try: raise ValueError("v")
except ValueError as e:
    print(x.throw(e))
    print(next(x))
    import sys; print(sys.exc_info()[1])
print(next(x), sys.exc_info())
eg = ExceptionGroup("many", [ValueError("one"), ExceptionGroup("in", [KeyError(1)])])
try:
    try: raise KeyError("ctx")
    except KeyError as k: raise eg.exceptions[1] from k
except ExceptionGroup as e: pass
raise eg from ValueError("root")
