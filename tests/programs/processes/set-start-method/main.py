import multiprocessing as mp

if __name__ == '__main__':
    print(mp.get_start_method(allow_none=True))
    mp.set_start_method('spawn')
    print(mp.get_start_method())
    try:
        mp.set_start_method('fork')
    except RuntimeError as exc:
        print('RuntimeError:', exc)
    mp.set_start_method('fork', force=True)
    print(mp.get_start_method())
    for bad in ('thread', ''):
        try:
            mp.get_context(bad)
        except ValueError as exc:
            print('ValueError:', exc)
    try:
        mp.get_context('fork').set_start_method('spawn')
    except ValueError as exc:
        print('ValueError:', exc)
