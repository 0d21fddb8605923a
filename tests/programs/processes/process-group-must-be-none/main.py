from multiprocessing import Process
try:
    Process(group='g', target=print)
except AssertionError as exc:
    print('AssertionError:', exc)
try:
    Process(None, print, 'n', (), {}, True)
except TypeError as exc:
    print('TypeError')
try:
    Process(target=print, kwargs=5)
except TypeError as exc:
    print('TypeError:', exc)
