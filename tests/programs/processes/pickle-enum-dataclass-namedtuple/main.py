import pickle
from enum import Enum
from dataclasses import dataclass, field
from collections import namedtuple, OrderedDict, defaultdict, deque, Counter
class Colour(Enum):
    RED = 1
    BLUE = 'b'
@dataclass
class Item:
    name: str
    tags: list = field(default_factory=list)
P = namedtuple('P', 'x y')
for v in (Colour.RED, Item('a', [1]), P(1, 2), OrderedDict(a=1), defaultdict(list, {'a': [1]}), deque([1, 2], 5), Counter('aab'), range(1, 9, 2), 1 + 2j):
    w = pickle.loads(pickle.dumps(v))
    print(type(w).__name__, w == v, w)
