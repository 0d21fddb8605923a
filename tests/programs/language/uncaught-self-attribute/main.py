class Dog:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return self.nam + " says woof"
print(Dog("Rex").speak())
