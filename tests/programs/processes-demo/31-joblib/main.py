from joblib import Parallel, delayed

def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total

sizes = [300_000, 100_000, 200_000, 300_000, 100_000, 200_000]

results = Parallel(n_jobs=2)(delayed(crunch)(n) for n in sizes)
print(results == [crunch(n) for n in sizes], 'in processes')

results = Parallel(n_jobs=2, prefer='threads')(delayed(crunch)(n) for n in sizes)
print(len(results), 'results in threads, one GIL')

for result in Parallel(n_jobs=2, return_as='generator')(delayed(pow)(n, 2) for n in range(4)):
    print('came in order:', result)
