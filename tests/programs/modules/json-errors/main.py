import json

for s in ('', '{', '[1,', '[1 2]', '{"a" 1}', '{"a":1,}', '{a:1}', '"abc', '"a\\x"', '"\\u12"', 'nul', '[1]x', '01', '1.', '-', '"a\tb"',
          '[1,\n2,\n x]', '{"a":1 "b":2}', ']', '[1,]', '{"a":}', "{'a': 1}", '"\\', '{"a":1}}', '+1', '.5', '"é" x', '\ufeff[]', '"\\ud83dx'):
    try:
        print(repr(s), len(json.loads(s)))
    except json.JSONDecodeError as e:
        print(repr(s), e, e.msg, e.pos, e.lineno, e.colno)

class Thing:
    pass

for f in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(Thing()), lambda: json.dumps(float('nan'), allow_nan=False),
          lambda: json.loads(3), lambda: json.dumps({'b': 1, 2: 3}, sort_keys=True), lambda: json.dumps(b'x'), lambda: json.dumps([1, [2j]]), lambda: json.loads(None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a = []
a.append(a)
d = {}
d['d'] = [d]
for x in (a, d):
    try:
        json.dumps(x)
    except ValueError as e:
        print(e)
print(issubclass(json.JSONDecodeError, ValueError))
