"""Two threads hand a turn to and fro through two locks, a million times."""
import threading

TURNS = 500_000
mine, theirs = threading.Lock(), threading.Lock()
mine.acquire()
theirs.acquire()


def play():
    for _ in range(TURNS):
        theirs.acquire()
        mine.release()


thread = threading.Thread(target=play)
thread.start()
for _ in range(TURNS):
    theirs.release()
    mine.acquire()
thread.join()
print(2 * TURNS)
