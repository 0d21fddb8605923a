import multiprocessing as mp
import time, os

def late(c):
    time.sleep(0.4)
    c.send("late")

if __name__ == '__main__':
    a, b = mp.Pipe()
    print(a.poll(), a.poll(0.05))
    p = mp.Process(target=late, args=(b,)); p.start()
    print(a.poll(0.05), a.poll(None), a.recv(), a.poll())
    p.join()
