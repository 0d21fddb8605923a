from multiprocessing import Process

def grandchild():
    print('never')

def child():
    p = Process(target=grandchild)
    try:
        p.start()
    except AssertionError as exc:
        print('AssertionError:', exc)

if __name__ == '__main__':
    p = Process(target=child, daemon=True)
    print(p.daemon)
    p.start()
    try:
        p.daemon = False
    except AssertionError as exc:
        print('AssertionError:', exc)
    p.join()
    print(p.exitcode)
