from multiprocessing import Process

def show(a, b=2, *rest, c, **more):
    print(a, b, rest, c, sorted(more.items()))

if __name__ == '__main__':
    p = Process(target=show, args=(1, 5, 6, 7), kwargs={'c': 3, 'x': 1})
    p.start(); p.join()
    p = Process(target=show, args=[9], kwargs=dict(c=4))
    p.start(); p.join()
