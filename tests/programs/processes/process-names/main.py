from multiprocessing import Process, current_process
import multiprocessing

def inner():
    print('inner', current_process().name)

def outer():
    print('outer', current_process().name)
    for _ in range(2):
        p = Process(target=inner)
        p.start(); p.join()

if __name__ == '__main__':
    print(current_process().name)
    for name in (None, 'worker', None):
        p = Process(target=outer, name=name)
        print(p.name)
        p.start(); p.join()
    ctx = multiprocessing.get_context('spawn')
    print(ctx.Process(target=inner).name)
    print(multiprocessing.get_context('fork').Process().name)
    print(multiprocessing.get_context('forkserver').Process().name)
    p = Process()
    p.name = 'renamed'
    print(p.name)
    try:
        p.name = 5
    except AssertionError as exc:
        print('AssertionError', exc)
