for make in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", 5),
             lambda: ExceptionGroup(3, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]),
             lambda: ExceptionGroup("x")):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
g = BaseExceptionGroup("b", [KeyboardInterrupt()])
print(type(g).__name__, repr(g))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__)
