"""Threads append to one log file under a lock; the report reads it back."""
import threading
from datetime import datetime
from pathlib import Path

path = Path("events.log")
lock = threading.Lock()


def write(worker, count):
    for n in range(count):
        with lock:
            with path.open("a", encoding="utf-8") as file:
                file.write(f"worker={worker} event={n}\n")


threads = [threading.Thread(target=write, args=(w, 3)) for w in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
lines = path.read_text(encoding="utf-8").splitlines()
by_worker = {}
for line in lines:
    worker, event = (part.partition("=")[2] for part in line.split())
    by_worker.setdefault(worker, []).append(int(event))
print(len(lines), dict(sorted(by_worker.items())), path.stat().st_size)
print(isinstance(datetime.now().isoformat(), str))
path.unlink()
print(path.exists())
