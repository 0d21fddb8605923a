import sys
print(sys.get_int_max_str_digits())
for f in (lambda: len(str(10 ** 4299)), lambda: str(10 ** 4300), lambda: int("1" * 4300) > 0, lambda: int("1" * 4301), lambda: f"{10 ** 5000}", lambda: "%d" % 10 ** 5000 and 1, lambda: len(hex(10 ** 5000)), lambda: len(f"{10 ** 5000:x}")):
    try: print(f())
    except ValueError as e: print(e)
sys.set_int_max_str_digits(10000)
print(len(str(10 ** 5000)))
sys.set_int_max_str_digits(0)
print(len(str(10 ** 12000)), sys.get_int_max_str_digits())
try: sys.set_int_max_str_digits(100)
except ValueError as e: print(e)
