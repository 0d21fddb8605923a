from multiprocessing import Process, SimpleQueue

class Worker(Process):
    def __init__(self, number, out):
        super().__init__()
        self.number = number
        self.out = out

    def run(self):
        self.out.put((self.name, self.number ** 2))

if __name__ == '__main__':
    out = SimpleQueue()
    for n in range(3):
        w = Worker(n, out)
        w.start()
        w.join()
        print(out.get(), w.exitcode)
