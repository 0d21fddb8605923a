z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), -z, z * 1j, z / 2, z ** 2, 1 / z, z == 3 + 4j, complex("1+2j"), complex(1), complex(2, 3), complex("j"))
print(1j, -1j, 0j, complex(0, -1), complex(-0.0, 0), 1e20j, complex(1.5, -2.25), repr(2 + 0j), str(1 - 0j), complex(float("inf"), float("nan")))
print(f"{z:.2f}", f"{z:>12}", f"{z:g}", hash(1 + 0j) == hash(1), bool(0j), z != 3, 2 == 2 + 0j)
for f in (lambda: z < 1, lambda: int(z), lambda: float(z), lambda: z // 2, lambda: z % 2, lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex(1, "2"), lambda: z / 0, lambda: 0j ** -1, lambda: complex([]), lambda: round(z)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import cmath
print(cmath.sqrt(-1), cmath.phase(-1), cmath.polar(1j), round(cmath.exp(1j * cmath.pi).real, 10))
