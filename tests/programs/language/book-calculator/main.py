"""Recursive-descent calculator with tokenizer, AST and pattern matching."""
import re, enum
from typing import NamedTuple, Iterator, Union, Optional
from dataclasses import dataclass

class Kind(enum.Enum):
    NUM = enum.auto(); OP = enum.auto(); LP = "("; RP = ")"; NAME = enum.auto(); END = enum.auto()
    def __str__(self): return self.name.lower()

class Token(NamedTuple):
    kind: Kind
    text: str
    pos: int = 0

TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/%])|(?P<lp>\()|(?P<rp>\)))")

def tokens(text: str) -> Iterator[Token]:
    pos = 0
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m:
            raise SyntaxError(f"bad character {text[pos]!r} at {pos}")
        kind = {"num": Kind.NUM, "name": Kind.NAME, "op": Kind.OP, "lp": Kind.LP, "rp": Kind.RP}[m.lastgroup]
        yield Token(kind, m[m.lastgroup], m.start(m.lastgroup))
        pos = m.end()
    yield Token(Kind.END, "", pos)

@dataclass(frozen=True, slots=True)
class Num: value: float
@dataclass(frozen=True, slots=True)
class Var: name: str
@dataclass(frozen=True, slots=True)
class Bin: op: str; left: object; right: object
@dataclass(frozen=True)
class Neg: arg: object

class Parser:
    PREC = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "**": 4}
    def __init__(self, text):
        self.toks = list(tokens(text)); self.i = 0
    @property
    def tok(self): return self.toks[self.i]
    def next(self):
        t = self.tok; self.i += 1; return t
    def expr(self, prec=0):
        left = self.unary()
        while self.tok.kind is Kind.OP and (p := self.PREC[self.tok.text]) > prec:
            op = self.next().text
            left = Bin(op, left, self.expr(p - 1 if op == "**" else p))
        return left
    def unary(self):
        match self.next():
            case Token(Kind.NUM, t): return Num(float(t) if "." in t else int(t))
            case Token(Kind.NAME, t): return Var(t)
            case Token(Kind.OP, "-"): return Neg(self.expr(3))
            case Token(Kind.LP):
                e = self.expr()
                if self.next().kind != Kind.RP: raise SyntaxError("expected )")
                return e
            case Token(kind, text, pos):
                raise SyntaxError(f"unexpected {kind} {text!r} at {pos}")
import operator as o
OPS = {"+": o.add, "-": o.sub, "*": o.mul, "/": o.truediv, "%": o.mod, "**": o.pow}
def ev(node, env):
    match node:
        case Num(v): return v
        case Var(name=n) if n in env: return env[n]
        case Var(n): raise NameError(f"name {n!r} is not defined")
        case Neg(a): return -ev(a, env)
        case Bin(op=op, left=l, right=r): return OPS[op](ev(l, env), ev(r, env))
for text in ["1+2*3", "-(2+3)*x", "2**3**2", "10 % 4 - 7/2", "(1", "1 + $", "y", "1/0", ""]:
    try:
        tree = Parser(text).expr()
        print(text, "=>", ev(tree, {"x": 10}), tree)
    except (SyntaxError, NameError, ArithmeticError) as e:
        print(text, "!!", type(e).__name__, e)
print(list(Kind), Kind.LP.value, Kind("("), repr(Kind.NUM))
print(Token._fields, Token(Kind.NUM, "1"), Token(Kind.NUM, "1")._replace(pos=4)._asdict())
try: Num(1).value = 2
except AttributeError as e: print(type(e), e)
print(TOKEN.groupindex, TOKEN.groups)
print(ev(Parser("1+z").expr(), {}))
