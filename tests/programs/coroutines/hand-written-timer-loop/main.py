import heapq,types,time
class Sleep:
    def __init__(self,t): self.t=t
    def __await__(self): yield self.t
async def job(n,t):
    for i in range(2):
        await Sleep(t); print(n,i)
def run(cs):
    now=0; h=[(0,i,c) for i,c in enumerate(cs)]; heapq.heapify(h)
    while h:
        t,i,c=heapq.heappop(h); now=max(now,t)
        try: heapq.heappush(h,(now+c.send(None),i,c))
        except StopIteration: print('end',i,now)
run([job('a',3),job('b',2)])
