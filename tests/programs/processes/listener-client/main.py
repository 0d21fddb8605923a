import multiprocessing as mp
import time, os

from multiprocessing.connection import Listener, Client
def client(address):
    with Client(address, authkey=b"secret") as c:
        c.send(["hi", 1]); print("client got", c.recv())

if __name__ == '__main__':
    with Listener(authkey=b"secret") as listener:
        p = mp.Process(target=client, args=(listener.address,)); p.start()
        with listener.accept() as c:
            print("server got", c.recv()); c.send("bye"); p.join()
