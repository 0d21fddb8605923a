from datetime import timedelta

print(timedelta(days=1.5, hours=-3), repr(timedelta(weeks=1, seconds=-1, milliseconds=5)), timedelta(0), repr(timedelta()), timedelta(-1), timedelta(microseconds=-1))
print(timedelta(seconds=0.1), timedelta(days=0.1234567), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(hours=25), timedelta(minutes=-90))
a, b = timedelta(hours=5), timedelta(minutes=7)
print(a + b, a - b, a * 2, 2 * a, a * 1.5, a / 2, a / b, a // b, a % b, divmod(a, b), -a, abs(-a), a > b, a == timedelta(minutes=300))
print(a.total_seconds(), hash(a) == hash(timedelta(hours=5)), bool(timedelta(0)), a // 7, a / 1.5, sum([a, b], timedelta()), max(a, b))
print(timedelta.max, timedelta.min, timedelta.resolution, a.days, a.seconds, a.microseconds, +a, sorted([a, b, -a]))
for f in (lambda: timedelta('x'), lambda: timedelta(10**10), lambda: timedelta(1) / 0, lambda: timedelta(days=999999999) + timedelta(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
