try:
    e = ValueError("base")
    e.add_note("first note")
    e.add_note("second\nline")
    raise e
except ValueError as err:
    print(err.__notes__)
try:
    ValueError().add_note(5)
except TypeError as t:
    print(t)
e = KeyError("k"); e.add_note("for the reader")
raise e
