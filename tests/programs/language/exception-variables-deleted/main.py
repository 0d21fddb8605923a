try:
    raise ValueError("x")
except ValueError as e:
    pass
try:
    print(e)
except NameError as err:
    print(err)
def f():
    e = 1
    try: raise KeyError("k")
    except KeyError as e: pass
    return e
try: f()
except UnboundLocalError as err: print(err)
