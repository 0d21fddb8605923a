import os, sys
print('before', flush=True)
pid = os.fork()
if pid == 0:
    print('child', flush=True)
    os._exit(3)
got, status = os.waitpid(pid, 0)
print('parent', got == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), status, os.waitstatus_to_exitcode(status))
