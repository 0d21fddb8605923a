import os, sys
pid = os.fork()
if pid == 0:
    print('child', flush=True)
    sys.exit(4)
print('status', os.wait()[1] >> 8)
