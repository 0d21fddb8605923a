import multiprocessing as mp, time, os
def bg():
    print('bg start'); time.sleep(2); print('bg never')
def fg():
    time.sleep(.3); print('fg done')
def nested():
    try: mp.Process(target=fg).start()
    except AssertionError as e: print(e)
if __name__=='__main__':
    d=mp.Process(target=bg, daemon=True); n=mp.Process(target=fg)
    d.start(); n.start()
    m=mp.Process(target=nested); m.daemon=True; m.start(); m.join()
    print('main done')
