print((10).bit_length(), (255).bit_count(), (-7).bit_length(), (0).bit_length(), int.from_bytes(b"\x01\x02", "big"), (258).to_bytes(2, "little"))
print((5).as_integer_ratio(), (5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (3).__index__(), int("0x1f", 16), int("0b11", 0), int("  12_000 "))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: int("1__0"), lambda: int("0x1f"), lambda: int("12", 1), lambda: int(1.5, 2), lambda: int("9", 8), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int.from_bytes([1, 300], "big"), lambda: int.from_bytes(b"a", "middle")):
    try: print(f())
    except (ValueError, OverflowError, TypeError) as e: print(type(e).__name__, e)
print((-1).to_bytes(2, "big", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True), (1).to_bytes(), int.from_bytes([1, 0], "little"))
print(int(3.99), int(-3.99), int("-0"), int(True), int(), int(b"42"), int("٣"))
