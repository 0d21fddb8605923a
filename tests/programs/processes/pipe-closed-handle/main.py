import multiprocessing as mp
import time, os



if __name__ == '__main__':
    a, b = mp.Pipe()
    a.close()
    a.close()
    for call in (a.recv, lambda: a.send(1), a.poll, a.fileno):
        try:
            call()
        except OSError as exc:
            print("OSError:", exc)
