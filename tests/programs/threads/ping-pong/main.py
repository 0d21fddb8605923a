"""Two threads take turns with two semaphores."""
import threading

ping, pong = threading.Semaphore(1), threading.Semaphore(0)


def player(mine, other, word):
    for i in range(4):
        mine.acquire()
        print(word, i)
        other.release()


threads = [threading.Thread(target=player, args=(ping, pong, "ping")), threading.Thread(target=player, args=(pong, ping, "pong"))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("game over")
