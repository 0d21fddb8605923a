import pickle
for d in (b"(lp0\nI1\naI2\na.", b"c__builtin__\nset\n((lI1\natR.", b"S'old'\n.", b"I01\n.", b"L5L\n.", b"F2.5\n.", b"Vu\\u00e9\n.", b"(dS'a'\nI1\ns."):
    print(pickle.loads(d))
