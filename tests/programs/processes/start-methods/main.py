import multiprocessing as mp

def who(q):
    q.put((mp.current_process().name, mp.get_start_method(), __name__))

if __name__ == '__main__':
    print(mp.get_all_start_methods())
    for method in ('fork', 'spawn', 'forkserver'):
        ctx = mp.get_context(method)
        print(ctx.get_start_method())
        q = ctx.SimpleQueue()
        p = ctx.Process(target=who, args=(q,))
        p.start()
        print(q.get())
        p.join()
        print(p.exitcode)
