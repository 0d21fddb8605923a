import threading

depth = 0


def down():
    global depth
    depth += 1
    down()


def measure(where):
    global depth
    depth = 0
    try:
        down()
    except RecursionError as error:
        print(where, depth, error)


measure('main')
thread = threading.Thread(target=measure, args=('thread',))
thread.start()
thread.join()
try:
    exec('def inner():\n  value = 1\n  return value.missing\ninner()')
except AttributeError:
    import traceback
    print(*traceback.format_exc().splitlines()[3:], sep='\n')
down()
