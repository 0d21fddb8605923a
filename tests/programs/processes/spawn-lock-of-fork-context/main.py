"""Locks, queues and values of one context, given to a process of another."""
import multiprocessing as mp


def use(*given):
    print('used', len(given))


def attempt(what, context, given):
    try:
        process = context.Process(target=use, args=(given,))
        process.start()
        process.join()
        print(what, process.exitcode)
    except RuntimeError as error:
        print(what, error)


if __name__ == '__main__':
    fork, spawn = mp.get_context('fork'), mp.get_context('spawn')
    for name in ('Lock', 'RLock', 'Semaphore', 'Condition', 'Event', 'Queue', 'SimpleQueue', 'JoinableQueue'):
        attempt(f'{name} of fork:', spawn, getattr(fork, name)())
    attempt('Value of fork:', spawn, fork.Value('i', 1))
    attempt('RawValue of fork:', spawn, fork.RawValue('i', 1))
    attempt('Pipe of fork:', spawn, fork.Pipe())
    attempt('Lock of spawn:', spawn, spawn.Lock())
    attempt('Lock of spawn, forked:', fork, spawn.Lock())
    attempt('Queue of spawn:', spawn, spawn.Queue())
