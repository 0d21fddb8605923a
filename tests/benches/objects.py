# Small objects: made, changed through methods, dropped.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


def walk(n):
    here, step = Point(0, 0), Point(1, -1)
    for i in range(n):
        here = here.moved(i % 3, 1) + step
    return here


end = walk(200_000)
print(end.x, end.y)
