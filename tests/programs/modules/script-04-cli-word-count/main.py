"""A command-line tool: counts words of files in threads; argparse, pathlib, logging, a pool."""
import argparse
import logging
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def count(path):
    logging.debug("reading %s", path.name)
    return Counter(path.read_text(encoding="utf-8").lower().split())


def main():
    parser = argparse.ArgumentParser(description="Count words")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--top", type=int, default=5)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    logging.basicConfig(level=logging.DEBUG if args.verbose else logging.WARNING, stream=sys.stdout, format="[%(levelname)s] %(message)s")
    args.folder.mkdir(exist_ok=True)
    for number, text in enumerate(("the cat sat", "the dog sat on the cat", "a bird")):
        (args.folder / f"note{number}.txt").write_text(text, encoding="utf-8")
    files = sorted(args.folder.glob("*.txt"))
    logging.info("%d files", len(files))
    total = Counter()
    with ThreadPoolExecutor(max_workers=1) as pool:
        for counted in pool.map(count, files):
            total.update(counted)
    for word, times in sorted(total.items(), key=lambda item: (-item[1], item[0]))[: args.top]:
        print(f"{word:>10} {times}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
