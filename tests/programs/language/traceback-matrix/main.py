import sys
class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows must have equal length")
    def __matmul__(self, other):
        return Matrix(
            [
                [sum(a * b for a, b in zip(r, c)) for c in zip(*other.rows)]
                for r in self.rows
            ]
        )
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __repr__(self):
        return f"Matrix({self.rows})"
m = Matrix([[1, 2], [3, 4]])
print(m @ m, m[0, 1])
def check(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as exc:
        print(f"{type(exc).__name__}: {exc}", file=sys.stderr)
check(m.__getitem__, 5)
check(m.__getitem__, (5, 0))
check(Matrix, [[1], [1, 2]])
check(lambda: m @ 3)
def a(x):
    return b(x)
def b(x):
    return c(x) + 1
def c(x):
    if x > 0:
        return a(x - 1)
    else:
        return m[
            x,
            "k"
        ]
def wrapper():
    try:
        a(3)
    except TypeError as e:
        raise ValueError("bad matrix") from e
    finally:
        print("cleanup")
try:
    wrapper()
except ValueError:
    data = {"rows": [{"v": None}]}
    result = data["rows"][0]["v"]["x"] + (1 if data else
        2)
