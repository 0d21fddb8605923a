def kind(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1: return "minus one"
        case 1.5: return "float"
        case "hi" | "hello": return "greeting"
        case b"raw": return "bytes"
        case True: return "true never reached for 1"
        case None: return "none"
        case 2+3j: return "complex"
        case _: return "other"
for v in (0, 2, -1, 1.5, "hello", b"raw", True, False, None, 2+3j, 4.0, [], "x"):
    print(repr(v), kind(v))
