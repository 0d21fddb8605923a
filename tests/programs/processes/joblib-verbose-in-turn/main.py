import sys
from joblib import Parallel, delayed

sys.stderr = sys.stdout


def square(x):
    return x * x


class Kept:
    """Times are not the same twice."""

    def write(self, text):
        sys.__stdout__.write(text.split('| elapsed')[0].rstrip() + ('\n' if text.strip() else ''))

    def flush(self):
        pass


sys.stderr = Kept()
for verbose in (1, 5, 10, 11, 20):
    print('verbose', verbose, flush=True)
    Parallel(n_jobs=1, verbose=verbose)(delayed(square)(i) for i in range(7))
    Parallel(n_jobs=1, verbose=verbose)([delayed(square)(i) for i in range(12)])
