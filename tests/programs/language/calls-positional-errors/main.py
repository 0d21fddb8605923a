"""Every way to pass a wrong number of positional arguments, with CPython's words."""
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def opt2(a, b=1, c=2): pass
def kwonly(*, k): pass
def kwonly2(a, *, k, j=1): pass
def kw3(*, x, y, z): pass
def posonly(a, b, /): pass
def posonly_opt(a, b=2, /, c=3): pass
def star(a, *rest): pass
def four(a, b, c, d): pass


class C:
    def method(self): pass
    def method1(self, a): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
    def __init__(self, q): pass


def attempt(label, call):
    try:
        call()
    except TypeError as error:
        print(label, '->', error)
    else:
        print(label, 'ok')


attempt('none(1)', lambda: none(1))
attempt('none(1, 2)', lambda: none(1, 2))
attempt('one()', lambda: one())
attempt('one(1, 2)', lambda: one(1, 2))
attempt('two()', lambda: two())
attempt('two(1)', lambda: two(1))
attempt('two(1,2,3)', lambda: two(1, 2, 3))
attempt('three()', lambda: three())
attempt('four()', lambda: four())
attempt('opt()', lambda: opt())
attempt('opt(1,2,3)', lambda: opt(1, 2, 3))
attempt('opt2(1,2,3,4)', lambda: opt2(1, 2, 3, 4))
attempt('kwonly()', lambda: kwonly())
attempt('kwonly(1)', lambda: kwonly(1))
attempt('kwonly(1, k=2)', lambda: kwonly(1, k=2))
attempt('kwonly2()', lambda: kwonly2())
attempt('kwonly2(1, 2, k=1)', lambda: kwonly2(1, 2, k=1))
attempt('kwonly2(1, 2, 3, k=1, j=2)', lambda: kwonly2(1, 2, 3, k=1, j=2))
attempt('kw3()', lambda: kw3())
attempt('kw3(x=1)', lambda: kw3(x=1))
attempt('posonly()', lambda: posonly())
attempt('posonly(1)', lambda: posonly(1))
attempt('posonly(a=1, b=2)', lambda: posonly(a=1, b=2))
attempt('posonly(1, b=2)', lambda: posonly(1, b=2))
attempt('posonly_opt()', lambda: posonly_opt())
attempt('posonly_opt(1,2,3,4)', lambda: posonly_opt(1, 2, 3, 4))
attempt('posonly_opt(1, b=3)', lambda: posonly_opt(1, b=3))
attempt('star()', lambda: star())
attempt('method', lambda: C(1).method(1))
attempt('method1', lambda: C(1).method1())
attempt('C.method()', lambda: C.method())
attempt('cm', lambda: C.cm(1))
attempt('sm', lambda: C.sm(1))
attempt('C()', lambda: C())
attempt('C(1,2)', lambda: C(1, 2))
attempt('lambda', lambda: (lambda x, y: 0)(1))
attempt('object(1)', lambda: object(1))


class Plain: pass


attempt('Plain(1)', lambda: Plain(1))
attempt('Plain(a=1)', lambda: Plain(a=1))
attempt('nested', lambda: (lambda: none(1))())
