import time
from multiprocessing import Process, Queue

def produce(out):
    for n in range(5):
        out.put(n)
    out.put(None)

def double(inbox, out):
    while (n := inbox.get()) is not None:
        time.sleep(0.05)
        out.put(n * 2)
    out.put(None)

if __name__ == '__main__':
    raw, cooked = Queue(), Queue()
    stages = [Process(target=produce, args=(raw,)), Process(target=double, args=(raw, cooked))]
    for p in stages:
        p.start()
    while (n := cooked.get()) is not None:
        print('result', n)
    for p in stages:
        p.join()
