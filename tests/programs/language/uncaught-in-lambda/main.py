f = lambda a: a.missing
f(3)
