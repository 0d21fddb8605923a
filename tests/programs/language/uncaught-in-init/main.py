class A:
    def __init__(self): self.v = int("bad")
A()
