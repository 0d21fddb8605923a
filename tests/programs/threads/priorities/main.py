import os
import threading

print(os.getpriority(os.PRIO_PROCESS, 0))


def child():
    print('inherits', os.getpriority(os.PRIO_PROCESS, 0))
    print(os.nice(2), os.nice(0))
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 12)
    print(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
    os.setpriority(os.PRIO_PROCESS, 0, 100)
    print(os.getpriority(os.PRIO_PROCESS, 0))


print(os.nice(3))
thread = threading.Thread(target=child)
thread.start()
thread.join()
print('the main thread keeps', os.getpriority(os.PRIO_PROCESS, 0))
for call in (lambda: os.getpriority(os.PRIO_PROCESS, 99999999), lambda: os.getpriority(9, 0), lambda: os.nice('x')):
    try:
        print(call())
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
