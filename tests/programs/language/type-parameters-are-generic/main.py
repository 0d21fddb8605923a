class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box[int](3).get(), Box(1).v, Box.__name__, Box[int])
print([b.__name__ for b in Box.__mro__], Box.__type_params__, Box.__parameters__, Box.__orig_bases__)
def first[T](xs: list[T]) -> T: return xs[0]
print(first([1, 2]), first.__type_params__, first.__annotations__)
type Alias = list[int]
type Pair[A, B] = tuple[A, B]
print(Alias, Alias.__value__, Pair, Pair.__type_params__, Pair.__value__)
class Num[T: (int, float)]: pass
class Later[T: Undefined = Missing]: pass
class Bound[T: int = bool]: pass
print(Num.__type_params__[0].__constraints__, Bound.__type_params__[0].__bound__, Bound.__type_params__[0].__default__)
try:
    Later.__type_params__[0].__bound__
except NameError as e:
    print(e)
def f[**P, *Ts](*args: *Ts) -> None: ...
print(f.__type_params__)
class Sub(Box[int]): pass
print(Sub.__mro__, Sub.__orig_bases__, Sub(5).get())
class Stack[T](list[T]):
    def top(self) -> T: return self[-1]
print(Stack([1, 2]).top(), Stack.__mro__)
from typing import Generic, TypeVar
print(issubclass(Box, Generic), isinstance(Box.__type_params__[0], TypeVar))
def outer():
    kind = int
    class Inner[T: kind]:
        def m[U: T](self, x: U) -> tuple[T, U]: return x
    return Inner
inner = outer()
print(inner.__type_params__[0].__bound__, inner().m(4), inner.m.__type_params__[0].__bound__, inner.m.__annotations__)
class Many[T](dict[str, T], metaclass=type): pass
print(Many(a=1), Many.__bases__)
