from multiprocessing import Process
p = Process(target=print)
for act in (p.join, p.terminate, p.kill):
    try:
        act()
    except (AssertionError, AttributeError) as exc:
        print(type(exc).__name__, exc)
print(p.is_alive(), p.pid, p.exitcode, p.ident)
try:
    p.sentinel
except ValueError as exc:
    print('ValueError', exc)
