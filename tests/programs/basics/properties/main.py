"""Properties and descriptors."""
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleted")
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32


t = Temperature(25)
t.celsius = 30
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__, isinstance(Temperature.celsius, property))
for action in ("t.celsius = -300", "t.fahrenheit = 1", "del t.fahrenheit"):
    try:
        exec(action)
    except (ValueError, AttributeError) as error:
        print(type(error).__name__ + ":", error)
del t.celsius
try:
    t.celsius
except AttributeError as error:
    print("AttributeError:", error)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, f"no {self.name}")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name):
        self.name = name


p = Person("Ann")
print(p.name, p.age, Person.age.kind)
p.age = 3
print(p.age, p.__dict__)
try:
    p.age = "old"
except TypeError as error:
    print("TypeError:", error)


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        value = self.function(instance)
        instance.__dict__[self.function.__name__] = value
        return value


class Report:
    @Lazy
    def total(self):
        print("computing")
        return 42


r = Report()
print(r.total, r.total)


class Config:
    value = property(lambda self: self._v * 2, lambda self, v: setattr(self, "_v", v))


c = Config()
c.value = 4
print(c.value)


class Child(Temperature):
    @property
    def celsius(self):
        return super().celsius + 0.5

    @celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value)


print(Child(1).celsius, Child(1).fahrenheit)
