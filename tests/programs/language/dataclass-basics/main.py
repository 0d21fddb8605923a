from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: int = field(default=1, repr=False, compare=False)
p = P(1); q = P(1, 0)
print(p, p == q, p.tags is q.tags, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(p))
p.tags.append(1); print(p, p == q, P(1, hidden=5) == P(1))
for f in (lambda: P(), lambda: P(1, 2, [], 3, 4), lambda: P(x=1, z=2), lambda: hash(p), lambda: P(1) < P(2), lambda: replace(p, w=1), lambda: asdict(5), lambda: fields(int)):
    try: print(f())
    except TypeError as e: print(e)
print(P.__match_args__, P.__annotations__ if False else list(P.__dataclass_fields__), P.__doc__)
