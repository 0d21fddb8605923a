from multiprocessing import Process
text = 'closure'
p = Process(target=lambda: print('lambda with', text))
p.start()
p.join()
print(p.exitcode)
