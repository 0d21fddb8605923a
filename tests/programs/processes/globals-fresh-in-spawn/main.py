import multiprocessing as mp

state = {'value': 1}
print('module runs as', __name__)

def look():
    print('child', state, __name__)

if __name__ == '__main__':
    ctx = mp.get_context('spawn')
    state['value'] = 2
    p = ctx.Process(target=look); p.start(); p.join()
    print('parent', state)
