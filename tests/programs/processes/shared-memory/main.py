import multiprocessing as mp
import time, os

from multiprocessing import shared_memory
def write(name):
    s = shared_memory.SharedMemory(name)
    s.buf[:5] = b"child"
    s.close()

if __name__ == '__main__':
    s = shared_memory.SharedMemory(create=True, size=10)
    p = mp.Process(target=write, args=(s.name,)); p.start(); p.join()
    print(bytes(s.buf[:5]), s.size >= 10)
    s.close(); s.unlink()
    try:
        shared_memory.SharedMemory("nothing_of_that_name")
    except FileNotFoundError as exc:
        print("FileNotFoundError")
