x = 5
print("a" if x > 3 else "b", ("p" if x else "q") * 2, [1 if x == 4 else 2 if x == 5 else 3])
f = lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos"
print(f(-1), f(0), f(1))
print((lambda: 1 if False else 2)(), {True: "yes", False: "no"}[x > 3])
print([i if i % 2 else -i for i in range(5)], sum(1 if c in "aeiou" else 0 for c in "education"))
