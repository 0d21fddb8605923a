# How long two threads take at the same time, as a share of one after the other. A row a line: name, measured, ideal.
import hashlib, random, re, threading, time, zlib

import interleave


def bytecode():
    total = 0
    for i in range(3_000_000):
        total += i * i


DATA = b'0123456789abcdef' * 1_000_000
SMALL = DATA[:2_000_000]
TEXT = 'abcd efgh ' * 600_000
random.seed(1)
NUMBERS = [random.random() for _ in range(300_000)]


def digest(): hashlib.sha256(DATA).digest()
def derive(): hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 150_000)
def pack(): zlib.compress(SMALL, 6)
def search(): re.search('(x|e)fx', TEXT)
def order(): sorted(NUMBERS)
def order_alone(): NUMBERS[:].sort()
def busy(): interleave.busy(300)


def together(work):
    both = [threading.Thread(target=work) for _ in range(2)]
    begin = time.perf_counter()
    for one in both: one.start()
    for one in both: one.join()
    return time.perf_counter() - begin


def share(work, alone=None, runs=6):
    """Least of several, since others use this machine too."""
    least = [1e9, 1e9]
    alone = alone or work
    for _ in range(runs):
        begin = time.perf_counter()
        alone()
        alone()
        least[0] = min(least[0], time.perf_counter() - begin)
        least[1] = min(least[1], together(work))
    return least[1] / least[0]


if __name__ == '__main__':
    rows = [('two threads computing (GIL)', bytecode, 1.0),
            ('two threads in interleave.busy', busy, 0.5),
            ('two threads in hashlib.sha256', digest, 0.5),
            ('two threads in pbkdf2_hmac', derive, 0.5),
            ('two threads in zlib.compress', pack, 0.5),
            ('two threads in re.search', search, 0.5),
            ('two threads in sorted, against list.sort', order, 0.5, order_alone)]
    for name, work, ideal, *alone in rows:
        print(name, round(share(work, *alone), 3), ideal, sep=';', flush=True)
    # One thread, and rayon's two places work on it.
    least = [1e9, 1e9]
    for _ in range(6):
        for which, work in enumerate((order_alone, order)):
            begin = time.perf_counter()
            work()
            least[which] = min(least[which], time.perf_counter() - begin)
    print('one thread in sorted (rayon), against list.sort', round(least[1] / least[0], 3), 0.5, sep=';', flush=True)
