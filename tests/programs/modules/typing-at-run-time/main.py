import typing
from typing import Any, Callable, ClassVar, Dict, Generic, List, Literal, NamedTuple, Optional, Protocol, Tuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar('T')
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, int], Tuple[int, ...], Callable[[int], str], Literal['a', 1], Any, ClassVar[int], T, int | None, list[int] | str)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(list[int]), get_args(Callable[[int], str]), Union[int, None] == Optional[int])


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push(1)
print(s.items, Stack[int], type(s).__name__)


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closes), isinstance(1, Closes), cast(int, 'x'), get_type_hints(Stack.push))


def f(a: 'int', b: Optional[str] = None) -> List['int']:
    return []


print(get_type_hints(f), f.__annotations__, typing.TYPE_CHECKING)


class Movie(typing.TypedDict, total=False):
    name: str
    year: int


print(Movie(name='x'), Movie.__annotations__, Movie.__total__, typing.NewType('UserId', int)(5), typing.Final, typing.NoReturn)
