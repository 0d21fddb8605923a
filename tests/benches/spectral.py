# Spectral norm of an infinite matrix: float arithmetic in nested calls.
def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    n = range(len(v))
    return [sum(entry(i, j) * v[j] for j in n) for i in n]


def transposed_times(v):
    n = range(len(v))
    return [sum(entry(j, i) * v[j] for j in n) for i in n]


def norm(n):
    u = [1.0] * n
    for _ in range(4):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return (uv / vv) ** 0.5


print("%.9f" % norm(90))
