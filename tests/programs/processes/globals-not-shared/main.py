from multiprocessing import Process

counter = 0
items = []

def change():
    global counter
    counter += 10
    items.append('child')
    print('child sees', counter, items)

if __name__ == '__main__':
    for _ in range(2):
        p = Process(target=change)
        p.start(); p.join()
    print('parent sees', counter, items)
