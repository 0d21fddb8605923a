a, b = 3 ** 100, 7 ** 50
print(a * b, a // b, a % b, divmod(-a, b), a ** 3 % 1000007, pow(a, b, 10 ** 9 + 7))
print(a & b, a | b, a ^ b, ~a, a << 70, a >> 70, -a >> 3)
print(hex(a), oct(b), bin(7 ** 20), f"{a:,}", f"{a:e}", str(a)[:10], len(str(a)), a.bit_length())
print(a == int(str(a)), a > b, -a < b, a == float(a), int(1e30), float(a), a / b, (10 ** 400) // (10 ** 398))
for f in (lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 1 << -1, lambda: 2 ** -1, lambda: pow(2, -1, 7), lambda: pow(2, 3, 0), lambda: 10 ** 400 + 1.0, lambda: "x" * (10 ** 30)):
    try: print(f())
    except (OverflowError, ValueError, ZeroDivisionError, MemoryError) as e: print(type(e).__name__, e)
