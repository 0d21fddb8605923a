import enum
class Color(enum.Enum):
    RED = 1
    GREEN = 2
class Const:
    LIMIT = 10
    class Inner:
        NAME = "inner"
def f(v):
    match v:
        case Color.RED: return "red"
        case Color.GREEN: return "green"
        case Const.LIMIT: return "limit"
        case Const.Inner.NAME: return "name"
        case [Color.RED, *others]: return f"list of red and {len(others)}"
        case {"c": Color.GREEN}: return "dict of green"
        case _: return "?"
for v in (Color.RED, Color.GREEN, 10, 10.0, "inner", [Color.RED, 1], {"c": Color.GREEN}, 1):
    print(f(v))
