"""Files that are put aside, records kept in memory, records sent through queues."""
import logging, logging.handlers as H, queue, os, threading, time, io
def at(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
L=logging.getLogger('r'); L.setLevel(10); L.propagate=False
h=H.RotatingFileHandler('rot.log',maxBytes=40,backupCount=3); L.addHandler(h)
for i in range(15): L.info('line number %d',i)
h.close(); L.removeHandler(h)
for n in sorted(os.listdir('.')):
    if n.startswith('rot'): print(n, repr(open(n).read()))
h=H.RotatingFileHandler('r0.log','w',backupCount=0,maxBytes=10,delay=True); L.addHandler(h)
for i in range(5): L.info('x%d',i)
h.close(); L.removeHandler(h); print(repr(open('r0.log').read()))
h=H.RotatingFileHandler('nm.log',maxBytes=5,backupCount=2); h.namer=lambda n: n+'.z'; moved=[]
L.addHandler(h)
for i in range(4): L.info('hello%d',i)
h.close(); L.removeHandler(h); print(sorted(n for n in os.listdir('.') if n.startswith('nm')))
for w in ('x','w','w9','w3','midnight','S','m','H','D'):
    at(lambda: (lambda h: (h.when,h.interval,h.suffix))(H.TimedRotatingFileHandler('t.log',when=w)))
h=H.TimedRotatingFileHandler('tt.log','midnight',utc=True); print([h.computeRollover(t) for t in (0,1,86399,86400,100000)])
h=H.TimedRotatingFileHandler('tt.log','w2',utc=True); print([h.computeRollover(t) for t in (0,1,86399,86400,100000,400000)])
out=logging.StreamHandler(io.StringIO()); out.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
m=H.MemoryHandler(3,target=out); L.addHandler(m)
L.info('1'); print(repr(out.stream.getvalue())); L.info('2'); L.info('3'); print(repr(out.stream.getvalue())); L.info('4'); L.error('5'); print(repr(out.stream.getvalue())); L.info('6'); m.setTarget(None); m.flush(); print(len(m.buffer)); m.setTarget(out); m.close(); print(repr(out.stream.getvalue()), m.target); L.removeHandler(m)
bh=H.BufferingHandler(2); L.addHandler(bh); L.info('a'); print(len(bh.buffer)); L.info('b'); print(len(bh.buffer)); L.removeHandler(bh); at(bh.setTarget if hasattr(bh,'setTarget') else H.BufferingHandler)
q=queue.Queue(); qh=H.QueueHandler(q); L.addHandler(qh)
s1=logging.StreamHandler(io.StringIO()); s2=logging.StreamHandler(io.StringIO()); s2.setLevel(40)
ql=H.QueueListener(q,s1,s2,respect_handler_level=True); ql.start(); L.info('i %s','x'); L.error('e')
try: 1/0
except Exception: L.exception('ex')
ql.stop(); print(s1.stream.getvalue().splitlines()[:3], s2.stream.getvalue().splitlines()[:2], ql._thread, q.unfinished_tasks)
at(ql.stop)
r=qh.prepare(logging.makeLogRecord({'msg':'a %d','args':(1,)})); print(r.msg,r.args,r.message)
at(H.QueueHandler); at(H.QueueListener); at(H.MemoryHandler)
sq=queue.SimpleQueue(); l2=H.QueueListener(sq,s1); l2.start(); H.QueueHandler(sq).emit(logging.makeLogRecord({'msg':'simple','levelno':20})); l2.stop(); print(s1.stream.getvalue().splitlines()[-1])
