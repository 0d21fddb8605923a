"""Items made comparable with a dataclass."""
import queue
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Item:
    priority: int
    what: Any = field(compare=False)


q = queue.PriorityQueue()
for p, w in ((3, {"c"}), (1, ["a"]), (2, None)):
    q.put(Item(p, w))
while not q.empty():
    print(q.get())
