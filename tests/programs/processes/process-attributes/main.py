import os
from multiprocessing import Process, current_process, parent_process, active_children

def child(parent_pid):
    me = current_process()
    print(me.pid == os.getpid() == me.ident, os.getppid() == parent_pid, me.daemon, me.is_alive())
    print(parent_process().pid == parent_pid, parent_process().name, parent_process().is_alive())
    print(me.exitcode, active_children())

if __name__ == '__main__':
    print(parent_process(), current_process().pid == os.getpid(), current_process().exitcode)
    p = Process(target=child, args=(os.getpid(),))
    print(p.daemon, p.pid, p.authkey == current_process().authkey, len(p.authkey))
    p.start()
    print(p.pid > 0, p.pid == p.ident, isinstance(p.sentinel, int))
    p.join()
    print(p.exitcode)
