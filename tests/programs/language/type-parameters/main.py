def first[T](xs: list[T]) -> T: return xs[0]
class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T): self.items.append(x); return self
    def pop(self) -> T: return self.items.pop()
type Pair[A, B] = tuple[A, B]
type Num = int | float
print(first([1, 2]), Stack[int]().push(3).pop(), Pair.__name__, Num.__name__)
print(first.__type_params__[0].__name__, Stack.__type_params__[0].__name__)
def bounded[T: (int, str), *Ts, **P](x: T): return x
print(bounded(5))
class Sub[K, V](dict[K, V]): pass
print(Sub(a=1))
print(Num.__value__)
