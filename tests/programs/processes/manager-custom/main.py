import multiprocessing as mp
import time, os

from multiprocessing.managers import BaseManager
class Account:
    def __init__(self, start): self.balance = start
    def deposit(self, n):
        self.balance += n
        return self.balance
    def fail(self): raise RuntimeError("server side")
class My(BaseManager): pass
My.register("Account", Account)
def work(a):
    a.deposit(5)

if __name__ == '__main__':
    with My() as m:
        a = m.Account(10)
        p = mp.Process(target=work, args=(a,)); p.start(); p.join()
        print(a.deposit(0))
        try:
            a.fail()
        except RuntimeError as exc:
            print("RuntimeError", exc)
        try:
            a.balance
        except AttributeError as exc:
            print("AttributeError", exc)
