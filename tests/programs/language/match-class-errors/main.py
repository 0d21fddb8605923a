class A:
    __match_args__ = ("x",)
class B: pass
class C:
    __match_args__ = "x"
class D:
    __match_args__ = (1,)
for cls, n in ((A, 2), (B, 1), (C, 1), (D, 1)):
    try:
        match cls():
            case A(1, 2): print("a")
            case B(1): print("b")
            case C(1): print("c")
            case D(1): print("d")
            case _: print("none")
    except TypeError as e:
        print("TypeError:", e)
try:
    match 3:
        case len(): pass
except TypeError as e:
    print(e)
