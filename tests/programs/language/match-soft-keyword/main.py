match = {"case": 1}
case = match["case"]
type = "soft"
print(match, case, type, match.get("case"))
match (case):
    case 1: print("one")
def match(x): return x * 2
print(match(4))
match[0:1] if False else None
_ = 5
match _:
    case 5: print("five")
print([match(case) for case in range(3)])
