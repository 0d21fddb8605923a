def pipeline(src):
    for x in src: yield x
def nums():
    n=0
    while True: yield n; n+=1
g=nums()
p=pipeline(g)
for _ in range(5): print(next(p))
def up(src):
    while True: yield next(src)+1
q=up(up(nums()))
for _ in range(3): print(next(q))
def ping(n):
    for i in range(n): print('ping',i); yield
a=ping(3); b=ping(3)
for _ in range(3): next(a); next(b)
