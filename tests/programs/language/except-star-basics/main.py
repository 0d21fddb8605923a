def run(errors):
    try:
        raise ExceptionGroup("many", errors)
    except* ValueError as eg:
        print("values", [str(e) for e in eg.exceptions])
    except* (TypeError, KeyError) as eg:
        print("types", [type(e).__name__ for e in eg.exceptions])
    else:
        print("else")
    finally:
        print("finally")
run([ValueError("a"), TypeError("b"), ValueError("c")])
run([KeyError("k")])
try:
    run([OSError("left"), ValueError("v")])
except ExceptionGroup as g:
    print(repr(g))
