# Floats in lists: the planets, as in the Computer Language Benchmarks Game.
def advance(bodies, dt, steps):
    for _ in range(steps):
        for i in range(len(bodies)):
            a = bodies[i]
            for j in range(i + 1, len(bodies)):
                b = bodies[j]
                dx = a[0] - b[0]
                dy = a[1] - b[1]
                dz = a[2] - b[2]
                pull = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
                a[3] -= dx * b[6] * pull
                a[4] -= dy * b[6] * pull
                a[5] -= dz * b[6] * pull
                b[3] += dx * a[6] * pull
                b[4] += dy * a[6] * pull
                b[5] += dz * a[6] * pull
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a[6] * (a[3] ** 2 + a[4] ** 2 + a[5] ** 2)
        for b in bodies[i + 1 :]:
            distance = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2) ** 0.5
            total -= a[6] * b[6] / distance
    return total


bodies = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5],
    [4.8, -1.2, -0.1, 0.6, 2.8, -0.02, 0.038],
    [8.3, 4.1, -0.4, -1.0, 1.8, 0.008, 0.011],
    [12.9, -15.1, -0.2, 1.1, 0.9, -0.01, 0.0017],
    [15.4, -25.9, 0.2, 1.0, 0.6, -0.03, 0.002],
]
print("%.9f" % energy(bodies))
advance(bodies, 0.01, 12_000)
print("%.6f" % energy(bodies))
