def area(radius):
    return 3 * raduis ** 2
for src in ("prnt('x')", "lenght = 3\nlength", "import math\nmath.sqr(4)", "'abc'.uper()", "[].apend(1)", "x = {}\nx.itmes()", "class A:\n  value = 1\nA().valeu", "import maths", "area(2)", "random.randint(1, 2)", "time.sleep(1)", "self.x = 1", "true", "Null", "none"):
    try: exec(src)
    except Exception as e: print(type(e).__name__, e)
