"""A little inventory: classes, dictionaries, sorting, formatting together."""
class Item:
    def __init__(self, name, price, quantity=1):
        self.name, self.price, self.quantity = name, price, quantity

    @property
    def total(self):
        return self.price * self.quantity

    def __str__(self):
        return f"{self.name:<10}{self.quantity:>4} x {self.price:>8.2f} = {self.total:>10,.2f}"


class Inventory:
    def __init__(self):
        self._items = {}

    def add(self, name, price, quantity=1):
        if name in self._items:
            self._items[name].quantity += quantity
        else:
            self._items[name] = Item(name, price, quantity)
        return self

    def remove(self, name, quantity):
        item = self._items.get(name)
        if item is None:
            raise KeyError(name)
        if item.quantity < quantity:
            raise ValueError(f"only {item.quantity} of {name}")
        item.quantity -= quantity
        if not item.quantity:
            del self._items[name]

    def __iter__(self):
        yield from sorted(self._items.values(), key=lambda item: item.total, reverse=True)

    def __len__(self):
        return len(self._items)

    def total(self):
        return sum(item.total for item in self)


stock = Inventory().add("bolt", 0.25, 1000).add("hammer", 12.5, 4).add("saw", 20).add("bolt", 0.25, 500)
for item in stock:
    print(item)
print("-" * 40)
print(f"{'total':<28}{stock.total():>12,.2f}")
for name, quantity in (("saw", 1), ("hammer", 9), ("nail", 1)):
    try:
        stock.remove(name, quantity)
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(len(stock), [item.name for item in stock], max(stock, key=lambda i: i.price).name)
