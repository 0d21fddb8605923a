import multiprocessing as mp
import time, os

def consumer(c, box):
    with c:
        while box.value == 0:
            c.wait()
        print("consumed", box.value)

if __name__ == '__main__':
    c = mp.Condition(); box = mp.Value("i", 0, lock=False)
    p = mp.Process(target=consumer, args=(c, box)); p.start()
    time.sleep(0.3)
    with c:
        box.value = 7
        c.notify_all()
    p.join()
    with c:
        print(c.wait(0.05), c.wait_for(lambda: False, timeout=0.05), c.wait_for(lambda: 5))
    for call in (c.notify, c.wait):
        try:
            call()
        except AssertionError as exc:
            print("AssertionError:", exc)
