"""f-strings: expressions, conversions, nesting, debugging."""
name, count, price = "Ada", 3, 2.5
print(f"{name} bought {count} for {count * price:.2f}")
print(f"{name!r} {name!s} {'ü'!a} {name!r:>10}")
print(f"{name=} {count=} {count + 1 = } {price=:.3f} {name=!s}")
width, digits = 12, 4
print(f"[{3.14159265:{width}.{digits}f}] [{name:^{width}}] [{name:{'*'}>{width}}]")
print(f"{{literal}} {{{name}}} {'nested ' + f'{count}'}")
print(f"{[n * n for n in range(4)]} {({'a': 1})['a']} {(lambda x: x * 2)(21)}")
print(f"{'yes' if count > 2 else 'no'} {count:03d} {count!r:>3}")
print(f"{1_000_000:,} {0.25:.0%} {255:#06x} {'':-<10}|")
print(f"""multi
line {name}
  {count}""")
print("a" f"{name}" 'b' rf"\n{count}" f"\n{count}")
print(f"{None} {True} {...} {[None]} {(1,)} {{1}} { {1} }")


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec == "eur":
            return f"{self.cents / 100:.2f} EUR"
        return f"Money[{spec}]"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


m = Money(1234)
print(f"{m:eur} {m} {m:x{count}} {m!r} {m!s:>6} {m=}")
