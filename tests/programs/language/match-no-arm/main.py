def f(x):
    match x:
        case 1: print("one")
        case [1, 2]: print("list")
    print("after")
f(3); f(1)
class Weird:
    def __eq__(self, other):
        print("eq", other)
        return False
match Weird():
    case 1: pass
    case "a": pass
    case None: print("no")
    case _: print("fell through")
