"""concurrent.interpreters (Python 3.14): each interpreter has its own globals and its own GIL."""
from concurrent import interpreters

COUNT = 0


def double(n):
    return 2 * n


if __name__ == '__main__':
    print(interpreters.get_current(), interpreters.get_main() == interpreters.get_current())
    results = interpreters.create_queue()
    one = interpreters.create()
    print(one.id, one.whence, one.is_running(), interpreters.list_all())
    one.prepare_main(name='one', COUNT=10)
    one.exec('''
        COUNT += 1
        print("in", name, "COUNT is", COUNT)
    ''')
    print('here COUNT is', COUNT)
    print(one.call(double, 21))
    try:
        one.exec('1 / 0')
    except interpreters.ExecutionFailed as failed:
        print(failed.excinfo.formatted)
    one2 = interpreters.create()
    thread = one2.call_in_thread(results.put, 'from a thread')
    print(results.get(timeout=5))
    thread.join()
    try:
        results.get_nowait()
    except interpreters.QueueEmpty:
        print('empty')
    print(interpreters.is_shareable('text'), interpreters.is_shareable([1]))
    one.close()
    one2.close()
    try:
        one.exec('pass')
    except interpreters.InterpreterNotFoundError as error:
        print(error)
    print(interpreters.list_all())
