# Escape times over a grid: a tight float loop.
def escape(cr, ci, limit):
    zr = zi = 0.0
    for step in range(limit):
        rr, ii = zr * zr, zi * zi
        if rr + ii > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return limit


def grid(width, height, limit):
    total = 0
    for y in range(height):
        ci = 2.4 * y / height - 1.2
        for x in range(width):
            total += escape(3.0 * x / width - 2.1, ci, limit)
    return total


print(grid(160, 120, 120))
