"""Many small things of logging: names, levels, wrong arguments, filters, adapters, handlers that fail, styles."""
import logging, sys, io, os, warnings, threading, pickle
def at(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
logging.warning('before %s','x'); logging.info('no')
L=logging.getLogger('a.b.c'); P=logging.getLogger('a.b'); A=logging.getLogger('a')
print(L.parent is P, P.parent is A, A.parent is logging.root, L, logging.root, repr(logging.getLogger('')), logging.getLogger('root') is logging.root)
at(logging.getLogger,5); at(L.setLevel,'nope'); at(L.setLevel,'DEBUG'); at(L.setLevel,[1]); at(L.setLevel,'debug'); at(L.log,'x','m'); at(L.info); at(L.info,'m',bad=1); at(L.debug,'q',foo=2); at(logging.Formatter,'x'); at(logging.Formatter,'{x','f'); at(logging.Formatter,style='q'); at(logging.Formatter,'plain',style='{'); at(logging.Formatter,'%(a)s',style='$')
b=io.StringIO(); h=logging.StreamHandler(b); h.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(threadName)s|%(processName)s|%(module)s|%(filename)s|%(message)s')); L.addHandler(h); L.addHandler(h); print(len(L.handlers)); L.propagate=False
def fn(): L.debug('in %s %d','fn',3); L.error('e',extra={'k':1}); L.log(35,'lv'); L.exception('exc') ; L.warning('d %(x)s',{'x':5}); L.critical('c',stack_info=False); L.fatal('f')
fn()
try: 1/0
except ZeroDivisionError as z: L.exception('got'); L.info('i',exc_info=True); L.info('j',exc_info=z)
L.info('k',exc_info=(None,None,None))
print(*(l for l in b.getvalue().splitlines() if 'File' not in l), sep='\n'); b.truncate(0); b.seek(0)
at(L.makeRecord,'n',10,'f',1,'m',(),None,extra={'message':1}); at(L.info,'x',extra={'name':1})
print(h, logging.NullHandler(), logging.lastResort, logging.getLevelName(10), logging.getLevelName('INFO'), logging.getLevelName(35), logging.getLevelName('zz'))
logging.addLevelName(35,'NOTE'); L.log(35,'note'); print(b.getvalue()); print(logging.getLevelNamesMapping()['NOTE'])
class F(logging.Filter):
    def filter(self,r): return 'keep' in r.getMessage()
f=F(); L.addFilter(f); L.addFilter(f); print(len(L.filters)); L.info('drop'); L.info('keep me'); L.removeFilter(f); L.removeFilter(f); L.addFilter(lambda r: False); L.error('gone'); L.filters.clear()
print(b.getvalue()[-60:]); 
ad=logging.LoggerAdapter(L,{'u':1}); ad.info('adapted'); ad.exception('ax'); at(ad.log,'s','x'); print(ad, ad.name, ad.isEnabledFor(10), ad.getEffectiveLevel(), ad.hasHandlers()); ad.warn('w')
h.setLevel('ERROR'); L.info('no'); L.error('yes'); print(b.getvalue()[-20:])
logging.disable(logging.ERROR); L.error('dis'); print(L.isEnabledFor(40), L.manager.disable); logging.disable(logging.NOTSET); at(logging.disable,'XX')
L.error('bad %d','s'); L.error('bad %s %s',1)
class Bad:
    def __str__(self): raise RuntimeError('str')
    __repr__=__str__
L.error(Bad())
at(logging.basicConfig,foo=1); at(logging.basicConfig,force=True,foo=1); at(logging.basicConfig,stream=b,filename='x',force=True); at(logging.basicConfig,handlers=[],stream=b,force=True)
logging.basicConfig(stream=sys.stdout,format='{levelname}:{message}',style='{',level='INFO',force=True); logging.info('styled'); logging.debug('no')
logging.basicConfig(format='$levelname-$message-${name}',style='$',force=True,stream=sys.stdout); logging.warning('dollar')
logging.captureWarnings(True); warnings.warn('cap') if 0 else None; print(warnings.showwarning.__module__); logging.captureWarnings(False); logging.captureWarnings(False)
L.warn('depr') ; logging.warn('depr2')
print(logging.makeLogRecord({'a':1}), logging.Handler().handle(logging.makeLogRecord({})) if 0 else '')
at(logging.Handler().emit,None); at(logging.setLoggerClass,int); at(logging.setLoggerClass,5); at(logging.getLogger().manager.setLoggerClass,int); print(logging.getLoggerClass(), logging.getLogRecordFactory())
print(pickle.loads(pickle.dumps(L)) is L); 
print(logging.BufferingFormatter().format([logging.makeLogRecord({'msg':'1'}),logging.makeLogRecord({'msg':'2'})]))
L2=logging.getLogger('x.y'); print(L2.getChild('z').name, logging.root.getChild('q').name, L2.getEffectiveLevel(), L2.hasHandlers(), L2.level)
logging.raiseExceptions=False; L.error('bad %d','s')
s=io.StringIO(); print(h.setStream(s) is b, h.setStream(s))
class MyL(logging.Logger):
    def _log(self,level,msg,args,**k): print('MYLOG',level,msg,args,k)
logging.setLoggerClass(MyL); logging.getLogger('mine').error('m',exc_info=3)
f=logging.Formatter('%(asctime)s %(message)s',defaults={'z':1}); print(len(f.format(logging.makeLogRecord({'msg':'t'})))); print(f.usesTime()); at(logging.Formatter('%(nope)s').format,logging.makeLogRecord({}))
print(logging.Formatter('{z} {message}',style='{',defaults={'z':7}).format(logging.makeLogRecord({'msg':'t'})))
