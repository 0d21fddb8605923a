def f(): pass
print(f(), None is None, [None].count(None), None == 0, None or "x", type(None), {None: 1}[None], str(None), repr(None), bool(None), not None, hash(None) == hash(None), None if 0 else 1, [].append(1), print("p"), (lambda: None)() is None, None.__class__.__name__, ... is Ellipsis, type(...).__name__, bool(...), [...], repr(...), {...: 1})
for g in (lambda: None + 1, lambda: None.x, lambda: None[0], lambda: None(), lambda: len(None), lambda: None < 1, lambda: for_none(), lambda: int(None), lambda: "a" + None, lambda: [1] + None, lambda: sum([None]), lambda: setattr(None, "x", 1), lambda: next(None), lambda: sorted([None, None]), lambda: ... + 1, lambda: ",".join([None])):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
print(None in [0, False, None], {**({} if None else {"a": 1})})
