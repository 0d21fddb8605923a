print((1,) [0], 1 .real, 1..real, 1_000, 0xFF, 0o17, 0b11, 1e3, .5, 5., 1j, 0x_ff, 1_0.0_1e1_0)
x = 1; y = 2; print(x, y); print(x if y else 0, not x == y, x < y < 3, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, 7 // 2 * 2, 1 - 1 - 1, ~0, --5, +-+5, not not x)
if True: print("one line"); print("two")
class E: pass; z = 1
def f(): pass; return 3
print(E.z, f(), (lambda: None)(), [] == [], () is (), "a" "b", r"\n" "\n" f"{x}", b"a" b"b", """a
b""", 'it''s', "\
cont")
print([1, 2, 3,][1:][0], {1: 2,}, (1, 2,), {1,}, [[]] * 2, [None] * 2, 3 * [0], *"ab", end="|\n")
for i in range(2): pass
else: i = "else"
print(i); print(1 if [] else 2 if {} else 3); a = b = c = 0; a += 1; print(a, b, c); print(True and 1 or 0, (yes := 5) + yes)
assert (True, "always"); print(__debug__, ..., Ellipsis is ..., type(...)); _ = 3; print(_); print(0.1 + 0.2, 1e16 + 1, 10 ** -2, 2 ** 0.5, 7 % -3, -7 // 2, divmod(-7, 2), round(-7 / 2), 3 == 3.0 == 3 + 0j)
def g(a, b=[], *, c=None, **d): "doc"; return a, b, c, d
print(g(1), g(*[1], **{"c": 2, "e": 3}), g.__doc__, g.__kwdefaults__)
global_x = 5
def outer():
    global global_x; global_x += 1
    def inner(): nonlocal_y = 3; return nonlocal_y + global_x
    return inner()
print(outer())
