# Method calls up and down a class hierarchy: properties, super(), class attributes, static and class methods, defaults.
class Shape:
    sides = 0
    made = 0

    def __init__(self, name="shape"):
        self.name = name
        Shape.made += 1

    def area(self):
        return 0

    def scaled(self, by=2, *, extra=0):
        return self.area() * by + extra

    @property
    def label(self):
        return self.name

    @staticmethod
    def twice(x):
        return x + x

    @classmethod
    def corner_count(cls):
        return cls.sides


class Rectangle(Shape):
    sides = 4

    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)

    def area(self):
        return super().area() + self.sides


def measure(n):
    total = 0
    shapes = [Rectangle(2, 3), Square(4), Shape()]
    for i in range(n):
        shape = shapes[i % 3]
        total += shape.scaled() + shape.scaled(3, extra=i & 1)
        total += Shape.twice(i & 7) + shape.corner_count() + len(shape.label)
        if i % 10 == 0:
            shapes[1] = Square(i & 3)
    return total


print(measure(120_000), Shape.made)
