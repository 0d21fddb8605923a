import threading, time
def cpu():
    n = 0
    while n < 400000: n += 1
def io():
    for i in range(5):
        time.sleep(0.005); 
    print("io done")
ts = [threading.Thread(target=cpu) for _ in range(2)] + [threading.Thread(target=io)]
for t in ts: t.start()
for t in ts: t.join()
print("ok")
