try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise KeyError("new")
    except* TypeError:
        raise
except BaseException as e:
    print(type(e).__name__, e)
    def show(x, depth=0):
        print("  " * depth, type(x).__name__, x if not hasattr(x, "exceptions") else x.message)
        for y in getattr(x, "exceptions", ()):
            show(y, depth + 1)
    show(e)
