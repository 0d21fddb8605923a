"""Exception groups and except*."""
def check(values):
    errors = []
    for value in values:
        try:
            int(value)
        except ValueError as error:
            errors.append(error)
        if value == "":
            errors.append(KeyError("empty"))
    if errors:
        raise ExceptionGroup("bad values", errors)
    return "all fine"


print(check(["1", "2"]))
try:
    check(["1", "x", ""])
except* ValueError as group:
    print("values:", [str(e) for e in group.exceptions])
except* KeyError as group:
    print("keys:", group.exceptions)
try:
    try:
        raise ExceptionGroup("outer", [TypeError("t"), ExceptionGroup("inner", [OSError("o"), ValueError("v")])])
    except* OSError as group:
        print(repr(group))
except ExceptionGroup as rest:
    print(repr(rest), len(rest.exceptions))
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
print(group.message, group.subgroup(ValueError), group.split(TypeError), isinstance(group, Exception))
try:
    raise ValueError("plain")
except* ValueError as wrapped:
    print(repr(wrapped))
