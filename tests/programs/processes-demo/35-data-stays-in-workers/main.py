# Third remedy: the data stays where it is. Each worker keeps its part and answers questions about it.
from multiprocessing import Pipe, Process

def keep(connection, start, stop):
    part = list(range(start, stop))            # as a whole too long for a message
    while True:
        question, argument = connection.recv()
        if question == "stop":
            break
        elif question == "sum":
            connection.send(sum(part))
        elif question == "count over":
            connection.send(sum(n > argument for n in part))

if __name__ == "__main__":
    ends = []
    for number in range(3):
        here, there = Pipe()
        Process(target=keep, args=(there, number * 100_000, (number + 1) * 100_000)).start()
        ends.append(here)

    def ask(question, argument=None):
        for end in ends:
            end.send((question, argument))
        return [end.recv() for end in ends]

    print("sum:", sum(ask("sum")))
    print("over 150,000:", ask("count over", 150_000))
    for end in ends:
        end.send(("stop", None))
