assert True
assert 1 == 1, "fine"
for src in ("assert False", "assert 0, 'message'", "assert [], ('tuple', 1)", "assert None, None", "assert (1 == 2), f'{1 + 1}'"):
    try: exec(src)
    except AssertionError as e: print(repr(e), str(e), e.args)
def check(n):
    assert n > 0, f"n must be positive, got {n}"
    return n
print(check(1))
check(-1)
