"""Walks a tree, hashes files in a pool, finds duplicates."""
import hashlib
import os
import shutil
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

root = Path(tempfile.mkdtemp(prefix="tree"))
for name, text in {"a.txt": "same", "b/c.txt": "same", "b/d.txt": "other", "e/f/g.txt": "same"}.items():
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


files = sorted(p for p in root.rglob("*") if p.is_file())
groups = defaultdict(list)
with ThreadPoolExecutor() as pool:
    for path, key in zip(files, pool.map(digest, files)):
        groups[key].append(path.relative_to(root).as_posix())
for key, names in sorted(groups.items(), key=lambda item: item[1]):
    print(key[:8], names)
print(sorted(os.path.relpath(os.path.join(top, f), root) for top, _, fs in os.walk(root) for f in fs))
shutil.rmtree(root)
print(root.exists())
