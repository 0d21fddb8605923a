log = []
def f(how):
    try:
        log.append("try")
        if how == "return": return "t"
        if how == "raise": raise ValueError("v")
        if how == "nested":
            try:
                raise KeyError("k")
            finally:
                log.append("inner finally")
    except ValueError:
        log.append("except")
        return "e"
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"
for how in ("return", "raise", "none"):
    print(how, f(how), log); log.clear()
try: f("nested")
except KeyError as e: print("KeyError", e, log)
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("i", i)
        finally:
            print("f", i)
g()
def h():
    try: return "try"
    finally: return "finally"
print(h())
def k():
    try: raise ValueError
    finally: return "swallowed"
print(k())
