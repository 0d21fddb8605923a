"""time: clocks go forward by what was slept."""
import time

start = time.perf_counter()
wall = time.time()
time.sleep(0.05)
elapsed = time.perf_counter() - start
print(0.05 <= elapsed < 0.5, 0.04 < time.time() - wall < 0.5, time.monotonic() <= time.monotonic())
before = time.process_time()
time.sleep(0.05)
print(time.process_time() - before < 0.03, isinstance(time.time_ns(), int), time.perf_counter_ns() > 0)
t = time.gmtime(1_700_000_000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, tuple(t))
print(time.strftime("%Y-%m-%d %H:%M:%S %a %b %j %p %y %A %B %%", t), time.asctime(t))
for seconds in (0, -1, 951_782_400, 4_102_444_799):
    print(time.strftime("%F %T %a %U %W %V", time.gmtime(seconds)))
for bad in (-1, "1", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
