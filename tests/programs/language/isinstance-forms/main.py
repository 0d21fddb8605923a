print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, (float, int))), isinstance(1, int | str), isinstance(None, int | None))
print(issubclass(bool, int), issubclass(bool, (str, int)), issubclass(int, int | str))
for args in ((1, 5), (1, "int"), (1, [int]), (1, list[int]), (1, (int, "x")), (1, ("x", int))):
    try: print(isinstance(*args))
    except TypeError as e: print(e)
for args in ((1, int), (int, 5), ("x", str)):
    try: print(issubclass(*args))
    except TypeError as e: print(e)
class A: pass
class B(A): pass
b = B(); print(isinstance(b, A), type(b) is A, type(b) == B, isinstance(B, type), isinstance(type, object))
print(int | str, (int | str).__args__, int | None == None | int, list[int] | dict, type(int | str).__name__)
