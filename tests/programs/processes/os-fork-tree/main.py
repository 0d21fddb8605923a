import os
def node(depth):
    if depth == 0:
        return 1
    total = 1
    for _ in range(2):
        r, w = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(r)
            os.write(w, str(node(depth - 1)).encode())
            os._exit(0)
        os.close(w)
        total += int(os.read(r, 100))
        os.close(r)
        os.waitpid(pid, 0)
    return total
print(node(3))
