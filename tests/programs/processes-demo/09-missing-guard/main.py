import multiprocessing as mp

def work():
    print('work')

mp.set_start_method('spawn')
p = mp.Process(target=work)      # not under: if __name__ == '__main__'
p.start()
p.join()
print('exit code', p.exitcode)
