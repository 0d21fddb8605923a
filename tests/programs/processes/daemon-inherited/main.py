from multiprocessing import Process, current_process

def child():
    print(current_process().daemon, Process().daemon)

if __name__ == '__main__':
    for daemon in (None, True, False):
        p = Process(target=child, daemon=daemon)
        p.start(); p.join()
