"""match: literals, captures, sequences, mappings, classes, or, guards, as."""
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Plain:
    def __init__(self): self.a = 1
class Color:
    RED = 'red'
def m(v):
    match v:
        case None: return 'none'
        case True: return 'true'
        case 0: return 'zero'
        case -1: return 'minus one'
        case 1.5: return 'float'
        case 1 + 2j: return 'complex'
        case 'a' | 'b': return 'a or b'
        case b'x': return 'bytes'
        case Color.RED: return 'red value'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case ['go', ('n' | 's') as d]: return f'go {d}'
        case [1, *rest]: return f'1 then {rest}'
        case [*init, 9]: return f'{init} then 9'
        case [a, [b, c], *_]: return f'nested {a} {b} {c}'
        case (x, y) if x == y: return f'pair equal {x}'
        case (x, y): return f'pair {x} {y}'
        case {}if not v: return 'empty map'
        case {'k': 1, **rest}: return f'k1 {rest}'
        case {'k': [x, y]}: return f'k list {x} {y}'
        case {'a': {'b': z}}: return f'deep {z}'
        case {}: return 'some map'
        case Point(0, y=0): return 'origin'
        case Point(x, 0): return f'x axis {x}'
        case Point(x=px, y=py) if px > 10: return f'far {px} {py}'
        case Point(): return 'point'
        case int(n) if n > 100: return f'big {n}'
        case int() | float() as num: return f'num {num}'
        case str(s): return f'str {s}'
        case Plain(a=q): return f'plain {q}'
        case list() | tuple(): return 'long seq'
        case set(s): return 'set'
        case _: return 'other'
for v in (None, True, False, 0, -1, 1.5, 1 + 2j, 'a', 'b', 'c', b'x', 'red', [], [5], ['go', 'n'], ['go', 'w'], [1, 2, 3], (1,), [3, 9], (4, 4, 9), [1.0, 2],
          [7, [8, 9], 1], (3, 3), 'xy', (1, 2), [5, 6], {}, {'k': 1, 'z': 2}, {'k': [1, 2]}, {'a': {'b': 3}}, {'q': 1}, Point(0, 0), Point(5, 0), Point(11, 2),
          Point(1, 2), 500, 5, 2.5, Plain(), [1, 2, 3, 4], [5, 6, 7, 8], {1}, object, range(2), range(3), b'ab'):
    print(repr(v) if not isinstance(v, (Point, Plain, type)) else type(v).__name__, '->', m(v))
def binding(v):
    match v:
        case {'x': x, 'y': [_, y, *_]} | {'x': x, 'z': y}: return x, y
        case (a, b) as whole: return a, b, whole
        case x: return x
print(binding({'x': 1, 'y': [2, 3, 4]}), binding({'x': 1, 'z': 5}), binding([1, 2]), binding(7))
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match Plain():
        case Plain(1): pass
except TypeError as e: print(e)
try:
    match 1:
        case Color.RED(): pass
except TypeError as e: print(e)
class Dup:
    __match_args__ = ('x',)
    x = 1
try:
    match Dup():
        case Dup(1, x=1): pass
except TypeError as e: print(e)
class Deny:
    __match_args__ = ['x']
try:
    match Deny():
        case Deny(1): pass
except TypeError as e: print(e)
match 5:
    case 6: print('no')
print('fell through')
from collections import OrderedDict, deque
match OrderedDict(a=1):
    case {'a': x}: print('od', x)
match deque([1, 2]):
    case [x, y]: print('deque', x, y)
match (1, 2), 3:
    case (a, b), c: print(a, b, c)
