import os
data = [1, 2, 3]
pid = os.fork()
if pid == 0:
    data.append('child')
    print('child', data, flush=True)
    os._exit(0)
os.waitpid(pid, 0)
print('parent', data)
