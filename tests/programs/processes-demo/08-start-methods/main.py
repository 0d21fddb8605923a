import multiprocessing as mp

print('importing as', __name__)

def work(method):
    print('started by', method)

if __name__ == '__main__':
    for method in ('fork', 'spawn'):
        context = mp.get_context(method)
        p = context.Process(target=work, args=(method,))
        p.start()
        p.join()
