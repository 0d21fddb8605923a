import time

t = time.gmtime(1704164645)
print(t, t.tm_year, t[3], t.tm_yday, tuple(t)[:3], len(t), time.asctime(t), time.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %d %j %U %W %w %y %I %p %Z %% %c %x %X %D %T %F %R %e %n%t', t))
print(time.gmtime(0), time.strptime('2024-01-02', '%Y-%m-%d'), time.strftime('%V %G %u', t), time.asctime((2024, 2, 29, 1, 2, 3, 3, 60, 0)), time.struct_time(range(9)))
print(isinstance(time.time(), float), isinstance(time.time_ns(), int), time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, time.process_time() >= 0, time.get_clock_info('monotonic').adjustable)
start = time.monotonic()
time.sleep(0.05)
print(0.05 <= time.monotonic() - start < 0.5)
for f in (lambda: time.sleep(-1), lambda: time.sleep('a'), lambda: time.gmtime('x'), lambda: time.struct_time((1, 2)), lambda: time.strptime('x', '%Y'), lambda: time.strptime('2024 x', '%Y')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
