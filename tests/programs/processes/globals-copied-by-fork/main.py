import multiprocessing as mp

state = {'value': 1}

def look():
    print('child', state)
    state['value'] = 99

if __name__ == '__main__':
    ctx = mp.get_context('fork')
    state['value'] = 2
    p = ctx.Process(target=look); p.start(); p.join()
    print('parent', state)
