import html, reprlib
print(html.escape("<a&'\">"), html.unescape("&lt;&eacute;&#65;&#x41;&ampx &nosuch; &mdash; &copy 5 &#150;"), html.escape("'", False))
print(reprlib.repr(list(range(100))), reprlib.repr("x"*100), reprlib.repr({i: i for i in range(9)}), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(set("abcdefghij")), reprlib.repr(10**80), reprlib.repr((1,)))
class A(list):
    @reprlib.recursive_repr()
    def __repr__(self): return "<" + "|".join(map(repr, self)) + ">"
a = A([1]); a.append(a); print(a)
def f(a, b):
    c = a + len(b)
    return c.x
print(f.__code__.co_names, f.__code__.co_varnames)
