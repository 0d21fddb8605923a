print(True == 1, True is True, True + True, sum([True, False, True]), isinstance(False, int), bool(0.0), bool(""), bool(" "), bool([[]]), bool(None), bool(...), int(True), str(True), f"{True:d}", f"{True}", True & False, True | 0, True ^ True, type(True & True).__name__, type(True & 1).__name__, -True, ~False, True // 2, [10, 20][True], {True: "a", 1: "b"}, "x" * True, bool("False"), not 0, None == False, max(True, 2), sorted([True, 0, 2]), complex(True), float(True), hash(True), range(True), round(True), abs(True), divmod(True, 1), True << 3, hex(True), True.bit_length(), True.real, bool.__mro__, bool(1 - 1), any([0, "", None]), all([]), True > False, [True].index(1), (1, 2).count(True))
for f in (lambda: bool(1, 2), lambda: True(), lambda: int(bool), lambda: type("B", (bool,), {}), lambda: True.x, lambda: True[0]):
    try: print(f())
    except TypeError as e: print(e)
    except AttributeError as e: print(e)
