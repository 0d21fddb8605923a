from multiprocessing import Process

counter = 0

def add():
    global counter
    for _ in range(1000):
        counter += 1
    print('child:', counter)

if __name__ == '__main__':
    p = Process(target=add)
    p.start()
    p.join()
    print('parent:', counter)
