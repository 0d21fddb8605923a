# Functions that make functions: captured variables, nonlocal, lambdas, decorators, map and filter.
def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


def traced(function):
    calls = [0]

    def wrapper(*args, **kwargs):
        calls[0] += 1
        return function(*args, **kwargs)

    wrapper.calls = calls
    return wrapper


@traced
def mix(a, b, *, shift=1):
    return (a ^ b) >> shift


step = counter()
pipeline = compose(lambda x: x + 1, lambda x: x * 3, lambda x: x % 1009)
total = 0
for i in range(80_000):
    total += pipeline(i) + step() + mix(i, total & 0xFFFF, shift=2)
adders = [lambda x, k=k: x + k for k in range(100)]
for _ in range(400):
    total += sum(map(lambda f: f(total & 7), filter(lambda f: f(1) & 1, adders)))
print(total, mix.calls[0])
