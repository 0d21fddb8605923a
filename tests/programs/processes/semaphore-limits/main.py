import multiprocessing as mp
import time, os

def work(s, v, top):
    with s:
        with v.get_lock():
            v.value += 1
            top.value = max(top.value, v.value)
        time.sleep(0.2)
        with v.get_lock():
            v.value -= 1

if __name__ == '__main__':
    s = mp.Semaphore(2); v = mp.Value("i", 0); top = mp.Value("i", 0)
    ps = [mp.Process(target=work, args=(s, v, top)) for _ in range(5)]
    for p in ps: p.start()
    for p in ps: p.join()
    print("at most", top.value, "left", v.value)
