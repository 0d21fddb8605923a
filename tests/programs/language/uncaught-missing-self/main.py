class Dog:
    def speak():
        return "woof"
Dog().speak()
