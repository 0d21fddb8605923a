"""Inventory manager: the running example of a book."""
from __future__ import annotations
from dataclasses import dataclass, field, asdict, replace, astuple, fields
from decimal import Decimal, ROUND_HALF_UP, getcontext, InvalidOperation
from collections import defaultdict, Counter, OrderedDict, ChainMap
import json, sys, textwrap, datetime as dt

@dataclass(order=True)
class Item:
    name: str
    price: Decimal
    quantity: int = 0
    tags: list[str] = field(default_factory=list, compare=False)
    created: dt.date = field(default=dt.date(2024, 1, 31), repr=False)

    def __post_init__(self):
        if self.quantity < 0:
            raise ValueError(f"negative quantity for {self.name!r}")

    @property
    def total(self) -> Decimal:
        return (self.price * self.quantity).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

class Inventory:
    def __init__(self):
        self._items: dict[str, Item] = {}
    def __len__(self): return len(self._items)
    def __iter__(self): return iter(self._items.values())
    def __contains__(self, name): return name in self._items
    def __getitem__(self, name):
        try:
            return self._items[name]
        except KeyError:
            raise LookupError(f"no item called {name!r}") from None
    def add(self, *args, **kw):
        item = Item(*args, **kw)
        self._items[item.name] = item
        return item
    def by_tag(self):
        out = defaultdict(list)
        for it in self:
            for t in it.tags:
                out[t].append(it.name)
        return out

inv = Inventory()
inv.add("bolt", Decimal("0.125"), 1000, ["metal", "small"])
inv.add("plank", Decimal("12.5"), 7, tags=["wood"])
inv.add("nail", Decimal("0.03"), 20_000, ["metal"])
for it in sorted(inv):
    print(f"{it.name:<10}|{it.price:>10}|{it.quantity:>8,}|{it.total:>12,.2f}")
print(inv["bolt"])
print(dict(inv.by_tag()), inv.by_tag())
print(asdict(inv["plank"]))
print(astuple(inv["nail"]))
print([f.name for f in fields(Item)], [f.type for f in fields(Item)])
print(Item.__annotations__)
print(json.dumps({i.name: str(i.total) for i in inv}, indent=2, sort_keys=True))
try:
    inv["screw"]
except LookupError as e:
    print(type(e).__name__, e, e.__cause__, e.__suppress_context__)
try:
    inv.add("x", Decimal(1), -5)
except ValueError as e:
    print(e)
print(replace(inv["bolt"], quantity=1))
print(Counter(t for i in inv for t in i.tags).most_common())
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm, cm["a"], cm["b"], list(cm), cm.new_child({"c": 5}), len(cm))
print(inv["bolt"] < inv["nail"], inv["bolt"] == replace(inv["bolt"]), Item.__hash__)
getcontext().prec = 6
print(Decimal(1) / Decimal(7), Decimal("1e5") * 3, Decimal("NaN"), Decimal("-0.00"), Decimal("1E+3").normalize())
try:
    Decimal("abc")
except InvalidOperation as e:
    print(repr(e))
print(textwrap.fill("The quick brown fox jumps over the lazy dog and runs away from the rain in spain.", 30, initial_indent="* ", subsequent_indent="  "))
inv.add("bad", 1.5, 2).total
