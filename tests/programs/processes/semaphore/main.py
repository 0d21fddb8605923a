import multiprocessing as mp
import time, os



if __name__ == '__main__':
    s = mp.Semaphore(2)
    print(s.acquire(), s.acquire(), s.acquire(False), s.get_value())
    s.release(); s.release(); s.release(); print(s.get_value())
    b = mp.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as exc:
        print("ValueError:", exc)
    try:
        mp.Semaphore(-1)
    except (ValueError, OSError) as exc:
        print(type(exc).__name__)
