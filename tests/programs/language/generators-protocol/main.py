def g():
    print("start")
    x = yield 1
    print("got", x)
    try:
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "handled"
    finally:
        print("closing")
    return "result"
it = g()
print(next(it), it.send("a"), it.throw(ValueError("boom")))
try: next(it)
except StopIteration as e: print("value", e.value)
try: next(it)
except StopIteration as e: print("again", e.value)
it = g()
try: it.send(5)
except TypeError as e: print(e)
next(it); it.close()
it = g(); next(it); next(it); it.close()
print(it.gi_frame, it.gi_running)
