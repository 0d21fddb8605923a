import sys, pickle
B = 10**30
r = range(B)
print(r, r[0], r[-1], r[5], 3 in r, B in r, -1 in r, B-1 in r, bool(r), r.start, r.stop, r.step, r[2:5], r[::10**29], r[B-3:], r[::-1], type(r), isinstance(r, range))
for bad in ("len(r)", "r[B]", "r['a']", "r.index(B)", "r.start", "range(B, 0, 0)", "range(1.5)", "range('a')", "range(B, 'a')", "r + r", "hash(range(B)) == hash(range(0, B))", "r == range(0, B)", "r == range(5)", "range(5) == range(0, 5, 1)", "range(B, 0) == range(0)", "range(0) == range(B, 0)", "hash(range(B,0)) == hash(range(0))", "r.index(7)", "r.count(3)", "r.count(B)", "next(iter(r))", "next(reversed(r))", "list(range(B, B + 3))", "list(reversed(range(B, B + 3)))", "len(range(B, B + 30, 7))", "sum(range(2**64, 2**64 + 3))", "list(range(-B, B, B))", "range(2**63)", "len(range(2**63))", "len(range(2**63-1))", "range(2**63-1)[-1]", "range(-2**63, 2**63-1)[2**63]", "len(range(-2**63, 2**63-1))", "range(-2**63,2**63-1)[1:-1]", "range(0, 2**64, 2**32)[-1]", "len(range(0, 2**64, 2**32))", "range(sys.maxsize)[sys.maxsize-1]", "range(sys.maxsize, sys.maxsize*2)[1]", "1.0 in range(3)", "B * 1.0 in range(10)", "range(True)", "range(3)[-B:B]", "range(3).index(5)", "range(3).index('a')", "range(3).index(1.0)", "range(0, B, B//3)", "repr(range(B, 2*B, 3))", "list(zip(range(B, B*2), 'ab'))", "list(enumerate('ab', B))", "range(3).start", "[x for x in range(2**63-2, 2**63+2)]", "pickle.loads(pickle.dumps(range(B)))", "range(2**63-1, 2**63)", "range(1, 2, 3, 4)", "range()", "{range(3): 1}[range(0, 3)]", "range(0,3,2) == range(0,4,2)", "range(B) is range(B)", "max(range(B, B+3))", "2**63 in range(2**63+1)", "range(3).count(1.0)", "iter(range(2**70)).__length_hint__()"):
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
class I:
    def __index__(self): return 5
print(range(I()), list(range(I())), range(I(), B), I() in range(10))
