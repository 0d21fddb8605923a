import time
from multiprocessing import Process, JoinableQueue

def worker(tasks):
    while True:
        n = tasks.get()
        time.sleep(0.05)
        print('done', n)
        tasks.task_done()

if __name__ == '__main__':
    tasks = JoinableQueue()
    for _ in range(2):
        p = Process(target=worker, args=(tasks,), daemon=True)
        p.start()
    for n in range(6):
        tasks.put(n)
    tasks.join()
    print('all tasks are done')
