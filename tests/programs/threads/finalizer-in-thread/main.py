import threading


class Resource:
    def __init__(self, number):
        self.number = number
        print('open', number)

    def __del__(self):
        print('close', self.number, threading.current_thread().name)


def work(number):
    resource = Resource(number)
    print('working with', resource.number)


for number in range(2):
    thread = threading.Thread(target=work, args=(number,), name=f'worker-{number}')
    thread.start()
    thread.join()
shared = Resource(2)
thread = threading.Thread(target=lambda: print('sees', shared.number))
thread.start()
thread.join()
del shared
print('end')
