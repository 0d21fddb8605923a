class Plain: pass
class Init:
    def __init__(self, a): super().__init__(a)
class New:
    def __new__(cls, *args): return super().__new__(cls)
class NewPasses:
    def __new__(cls, *args): return super().__new__(cls, *args)
class Both:
    def __new__(cls, *args): return object.__new__(cls)
    def __init__(self, *args): object.__init__(self, *args)
class Left:
    def __init__(self, **kw):
        print('Left', kw)
        super().__init__(**kw)
class Right:
    def __init__(self, r=None, **kw):
        print('Right', r, kw)
        super().__init__(**kw)
class Mixed(Left, Right): pass
class Num(int):
    def __init__(self, v): super().__init__()
class NumWrong(int):
    def __init__(self, v): super().__init__(v)
for make in (lambda: Plain(1), lambda: Plain(a=1), lambda: Init(1), lambda: New(1, 2), lambda: NewPasses(1), lambda: Both(), lambda: Both(1),
             lambda: Mixed(r=1), lambda: Mixed(r=1, wrong=2), lambda: Plain().__init__(1), lambda: object(1), lambda: Num(3), lambda: NumWrong(3)):
    try:
        print('ok', type(make()).__name__)
    except TypeError as e:
        print(e)
