from multiprocessing import Process

def nothing():
    pass

if __name__ == '__main__':
    p = Process(target=nothing)
    p.start()
    try:
        p.start()
    except AssertionError as exc:
        print('AssertionError:', exc)
    p.join()
    try:
        p.start()
    except AssertionError as exc:
        print('AssertionError:', exc)
