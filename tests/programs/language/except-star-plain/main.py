try:
    try:
        raise ValueError("alone")
    except* ValueError as eg:
        print(type(eg).__name__, eg.exceptions, repr(eg.message))
    try:
        raise KeyError("x")
    except* ValueError:
        print("no")
except KeyError as e:
    print("through", e)
try:
    pass
except* ValueError:
    pass
else:
    print("clean")
