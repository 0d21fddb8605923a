from multiprocessing import Process, Pipe

def player(connection):
    for _ in range(3):
        ball = connection.recv()
        print('child got', ball)
        connection.send('pong')

if __name__ == '__main__':
    ours, theirs = Pipe()
    p = Process(target=player, args=(theirs,))
    p.start()
    for _ in range(3):
        ours.send('ping')
        print('parent got', ours.recv())
    p.join()
