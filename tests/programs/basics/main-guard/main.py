"""What a script looks like."""
import math as m
import sys
from random import Random as Generator, seed


class Simulation:
    """Random walk."""

    def __init__(self, steps: int, rng: Generator) -> None:
        self.steps: int = steps
        self.rng = rng
        self.path: list[tuple[int, int]] = [(0, 0)]

    def run(self) -> float:
        x = y = 0
        for _ in range(self.steps):
            dx, dy = self.rng.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
            x, y = x + dx, y + dy
            self.path.append((x, y))
        return m.dist((0, 0), (x, y))


def main(argv: list[str]) -> int:
    steps = int(argv[1]) if len(argv) > 1 else 100
    distances = [Simulation(steps, Generator(n)).run() for n in range(5)]
    print(" ".join(f"{d:.3f}" for d in distances))
    print(f"mean {sum(distances) / len(distances):.4f}", file=sys.stdout)
    return 4 if max(distances) > 5 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
