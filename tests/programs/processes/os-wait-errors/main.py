import os
for call in (lambda: os.wait(), lambda: os.waitpid(-1, 0), lambda: os.waitpid(os.getpid(), 0), lambda: os.kill(999999, 0)):
    try:
        call()
    except OSError as exc:
        print(type(exc).__name__, exc.errno, exc)
