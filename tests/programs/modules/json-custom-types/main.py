import collections
import enum
import io
import json


class Point:
    def __init__(self, x):
        self.x = x


print(json.dumps([Point(1), {'k': Point(2)}], default=lambda o: o.__dict__), json.dumps({'s': {1}}, default=list, indent=1))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps(2 + 1j, cls=Encoder), Encoder().encode([1j]), ''.join(Encoder(indent=1).iterencode({'a': 1j})))
try:
    json.dumps({1}, cls=Encoder)
except TypeError as e:
    print(e)


class Colour(enum.IntEnum):
    RED = 1


Pair = collections.namedtuple('Pair', 'x y')
print(json.dumps([Colour.RED, Pair(1, 2), collections.OrderedDict(a=1), collections.Counter('aab'), collections.defaultdict(int, z=1)]))
print(json.dumps({Colour.RED: 1}), json.dumps(type('S', (str,), {})('sub')))
f = io.StringIO()
json.dump({'a': [1, 2], 'b': 'x'}, f, indent=2)
print(f.getvalue())
f.seek(0)
print(json.load(f))


def restore(d):
    if d.get('kind') == 'point':
        return Point(d['x'])
    return d


back = json.loads('[{"kind": "point", "x": 3}, {"y": 1}]', object_hook=restore)
print(back[0].x, back[1], type(back[0]).__name__)


class Words(json.JSONDecoder):
    def decode(self, s):
        return ('decoded', super().decode(s))


print(json.loads('[1]', cls=Words))
