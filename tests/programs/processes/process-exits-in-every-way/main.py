import sys, os, time, multiprocessing as mp
def a(): sys.exit(5)
def b(): sys.exit('some message')
def c(): sys.exit(None)
def d(): raise RuntimeError('boom')
def e(): os._exit(9)
def f(): sys.exit(True)
def g(): sys.exit(-1)
def h(): sys.exit(256+3)
def i(): sys.exit((1,2))
def j(): raise SystemExit
def k(): os.abort()
def l(): raise KeyboardInterrupt
def m(): assert False
def n(): exit(4)
def o(): sys.exit(3.5)
if __name__ == '__main__':
    for t in (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o):
        p = mp.Process(target=t, name=t.__name__); p.start(); p.join()
        print(t.__name__, p.exitcode, str(p).split("stopped ")[1])
