import multiprocessing as mp

def work():
    print('work')

ctx = mp.get_context('spawn')
try:
    p = ctx.Process(target=work)
    p.start()
    p.join()
    print('exit code', p.exitcode)
except RuntimeError as exc:
    print(__name__)
    print(exc)
