from collections import UserDict, UserList, UserString
class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
d = Lower({"A": 1}, B=2); d["C"] = 3; d.update(D=4); print(d, d["a"], "b" in d, d.data, len(d), sorted(d), d == {"a": 1, "b": 2, "c": 3, "d": 4})
class L(UserList):
    def first(self): return self[0]
l = L([3, 1, 2]); l.append(0); l.sort(); print(l, l.first(), l + [9], l[1:], type(l[1:]).__name__, 3 in l, l * 2 == [0, 1, 2, 3] * 2, len(l))
class S(UserString):
    def shout(self): return self.upper() + "!"
s = S("abc"); print(s, s.shout(), s + "d", s[0], s == "abc", "b" in s, len(s), isinstance(s, str), s.replace("a", "z"), type(s.upper()).__name__)
class D(dict):
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
x = D(a=1); x["b"] = 2; x.update(c=3); print(x, isinstance(x, dict), D.fromkeys("z"))
class MyList(list):
    def __getitem__(self, i): return super().__getitem__(i) * 10 if isinstance(i, int) else super().__getitem__(i)
m = MyList([1, 2]); print(m[0], m, list(m), m + [3], sum(m), type(m[:]).__name__)
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o + 1)
print(MyInt(1) + 1, type(MyInt(1) + 1).__name__, 1 + MyInt(1), MyInt(3) * 2, repr(MyInt(5)))
class MyStr(str):
    def __new__(cls, v): return super().__new__(cls, v * 2)
print(MyStr("ab"), MyStr("a").upper(), len(MyStr("a")), isinstance(MyStr("a"), str))
