import multiprocessing as mp

if __name__ == '__main__':
    ctx = mp.get_context('spawn')
    try:
        ctx.Process(target=lambda: 1).start()
    except Exception as exc:
        print(type(exc).__name__, str(exc).split(' at 0x')[0], str(exc).split('>: ')[-1])

    def local():
        pass

    class Local:
        pass

    def outer():
        def inner():
            pass
        return inner
    for target, args in ((outer(), ()), (print, (Local(),))):
        try:
            p = ctx.Process(target=target, args=args)
            p.start()
            p.join()
            print('started', p.exitcode)
        except Exception as exc:
            print(type(exc).__name__, exc)
