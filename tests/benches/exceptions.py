# Exceptions raised, caught and passed on.
class Odd(Exception):
    pass


def check(i):
    if i & 1:
        raise Odd(i)
    return i


def guarded(i):
    try:
        return check(i)
    finally:
        pass


total = missed = 0
for i in range(200_000):
    try:
        total += guarded(i)
    except Odd as error:
        missed += error.args[0]
print(total, missed)
