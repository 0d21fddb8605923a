import os
os.register_at_fork(before=lambda: print('before 1', flush=True))
os.register_at_fork(before=lambda: print('before 2', flush=True), after_in_parent=lambda: print('parent', flush=True),
                    after_in_child=lambda: print('child', flush=True))
pid = os.fork()
if pid == 0:
    os._exit(0)
os.waitpid(pid, 0)
try:
    os.register_at_fork()
except TypeError as exc:
    print(exc)
