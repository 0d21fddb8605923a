import multiprocessing as mp
import os
import sys


def names(where):
    main = sys.modules['__main__']
    print(where, __name__, main.__name__, repr(main).split(' from ')[0], '__mp_main__' in sys.modules, os.path.basename(main.__file__), __spec__)


if __name__ == '__main__':
    names('parent')
    for method in ('fork', 'spawn', 'forkserver'):
        process = mp.get_context(method).Process(target=names, args=(method,))
        process.start()
        process.join()

    def only_in_parent():
        pass

    import contextlib, io
    process = mp.get_context('spawn').Process(target=only_in_parent)
    process.start()
    process.join()
    print(process.exitcode)
