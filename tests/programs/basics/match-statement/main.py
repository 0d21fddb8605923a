"""match: literals, captures, sequences, mappings, classes, guards, alternatives."""
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


RED = "red"


class Color:
    GREEN = "green"


def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case int(n) if n < 0:
            return f"negative {n}"
        case float():
            return "float"
        case True:
            return "unreachable"
        case "hello" | "hi" as greeting:
            return f"greeting {greeting}"
        case Color.GREEN:
            return "the colour green"
        case str(s):
            return f"text {s!r}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"starts 1, 2, then {rest}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": t, **others}:
            return f"{t} with {others}"
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case None:
            return "nothing"
        case _:
            return f"something {type(value).__name__}"


for value in (0, 2, -5, 10, 1.5, True, "hi", "green", "xyz", [], [7], [1, 2, 3, 4], (9, 8, 7), {"type": "circle", "r": 3},
              {"type": "box", "w": 1}, {"a": 1}, {}, Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), None, {1, 2}, b"x"):
    print(describe(value))


def command(text):
    match text.split():
        case ["go", ("north" | "south") as direction]:
            return direction
        case ["get", item] | ["take", item]:
            return item
        case ["drop", *items]:
            return items
        case _:
            return "?"


print([command(c) for c in ("go north", "go up", "take lamp", "get key", "drop a b", "")])
match (1, (2, 3)):
    case (a, (b, c)):
        print(a, b, c)
match -1:
    case -1:
        print("minus one")
match 5:
    case 6:
        print("no")
print("after")
