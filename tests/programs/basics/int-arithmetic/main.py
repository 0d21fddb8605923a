"""Integers of any size, and what division and shifting mean below zero."""
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(divmod(17, 5), divmod(-17, 5), divmod(17, -5))
print(2 ** 10, 2 ** 64, 2 ** 200, (-3) ** 5, 2 ** -2)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 9223372036854775807)
print(10 ** 30 // 7, 10 ** 30 % 7, -(10 ** 30) // 7, -(10 ** 30) % 7)
print(1 << 70, (1 << 70) >> 68, -5 >> 1, -1 >> 100)
print(0b1010 & 0b0110, 0b1010 | 0b0110, 0b1010 ^ 0b0110, ~10, ~-1)
print(-1 & 0xff, (1 << 80) & ~(1 << 79) | 3)
print(0xdead_beef, 0o755, 0b1111_0000, 1_000_000)
print(int("42"), int("-0x1f", 16), int("zz", 36), int("  12_345 "), int(3.99), int(-3.99))
print(abs(-5), pow(3, 20), pow(3, 20, 1000), pow(7, -1, 13))
print((255).bit_length(), (0).bit_length(), (2 ** 100).bit_length(), (7).bit_count())
print((1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xff", "big", signed=True))
print(True + True, True * 10, isinstance(True, int), int(False))
print(1 == 1.0, hash(1) == hash(1.0), 10 ** 20 == 1e20, 10 ** 25 == 1e25)
print(3 < 4.5, 2 ** 70 > 1e20, -(2 ** 70) < -1e21)
total = 0
for i in range(1, 60):
    total = total * 3 + i
print(total)
factorial = 1
for i in range(1, 31):
    factorial *= i
print(factorial, len(str(factorial ** 5)))
for text in ("", "4x", "0x10", "1__0"):
    try:
        print(int(text))
    except ValueError as error:
        print("ValueError:", error)
for expression in (lambda: 1 // 0, lambda: 1 % 0, lambda: 5 / 0, lambda: 0 ** -1, lambda: 1 << -1):
    try:
        expression()
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__ + ":", error)
