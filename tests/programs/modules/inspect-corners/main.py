"""Signatures of all kinds of callables, binding, argument specifications, kinds of objects, closures, docs."""
import inspect as I, functools, asyncio, abc, typing, types
def at(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, __import__('re').sub('0x[0-9a-f]+', '0x', str(e)))
def f(a,b=2,/,c=3,*args,d,e=5,**kw)->int: "doc"
def g(a:int,b:'str'="x",*,k:typing.Optional[int]=None): pass
def h(*,x,y): pass
class K:
    "cls doc"
    x=1
    def __init__(self,p,q=1): self.p=p
    def m(self,z,*r): "m doc"
    @classmethod
    def c(cls,z): pass
    @staticmethod
    def s(z): pass
    @property
    def pr(self): pass
    def __call__(self,w): pass
class L(K):
    def m(self,z,*r): pass
for o in (f,g,h,K,K.m,K(1).m,K.c,K.s,K(1),L,functools.partial(f,1),functools.partial(g,b=1),functools.partial(g,1),functools.partial(K(1).m,5),lambda x,/,*,y:0, functools.wraps(f)(g)): at(I.signature,o)
at(I.signature,3); at(I.signature,functools.partial(f,1,2,3,4,5)); at(I.signature,functools.partial(g,zz=1)); at(I.signature,functools.partial(h,1))
s=I.signature(f)
for a,k in (((1,),{'d':4}),((1,2,3,4,5),{'d':1,'zz':2}),((),{}),((1,),{}),((1,),{'a':2,'d':1}),((1,),{'d':1,'c':9})): at(s.bind,*a,**k); at(s.bind_partial,*a,**k)
b=s.bind(1,d=4); print(b.args,b.kwargs,b.arguments); b.apply_defaults(); print(b.args,b.kwargs,b.arguments, b==s.bind(1,d=4), b.signature is s)
b=s.bind_partial(1,d=3,c=7); print(b.args,b.kwargs)
at(I.signature(g).bind,1,2,3); at(I.signature(h).bind,1); at(I.signature(h).bind,x=1,y=2,z=3)
print(s==I.signature(f), I.signature(h)==I.signature(lambda *,y,x:0), hash(s)==hash(I.signature(f)), s.return_annotation, list(s.parameters), repr(s))
P=I.Parameter
at(P,'x',P.VAR_POSITIONAL,default=1); at(P,'1',P.KEYWORD_ONLY); at(P,'if',P.KEYWORD_ONLY); at(P,3,P.KEYWORD_ONLY); at(P,'x',9); at(I.Signature,[P('a',P.KEYWORD_ONLY),P('b',P.POSITIONAL_ONLY)]); at(I.Signature,[P('a',P.KEYWORD_ONLY),P('a',P.KEYWORD_ONLY)]); at(I.Signature,[P('a',1,default=1),P('b',1)])
p=P('x',P.POSITIONAL_OR_KEYWORD,default=3,annotation=int); print(p,repr(p),p.kind,repr(p.kind),p.kind.description,p.replace(name='y'),p==p.replace(),p==3,hash(p)==hash(p.replace()),P.empty)
print(s.replace(return_annotation=I.Signature.empty), I.Signature(), s.replace(parameters=[p]))
for o in (f,g,h,K.m,K(1).m,K): at(I.getfullargspec,o)
at(I.getfullargspec,3)
print(I.getdoc(f),I.getdoc(K(1).m),I.getdoc(L.m),I.getdoc(L),I.cleandoc("  a\n    b\n      c\n\n"),repr(I.cleandoc('\n\n  x\n y\n')),repr(I.cleandoc('')),repr(I.cleandoc('\tq')))
print([n for n,v in I.getmembers(K,I.isfunction)],[n for n,v in I.getmembers_static(K,lambda v:isinstance(v,property))])
print([(a.name,a.kind,a.defining_class.__name__) for a in I.classify_class_attrs(L) if not a.name.startswith('__')])
class A: pass
class B(A): pass
class C(A): pass
class D(B,C): pass
print(I.getclasstree([A,B,C,D]), I.getclasstree([A,B,C,D],True), I.getmro(D))
def gen(): x=1; yield x
async def co(): pass
async def ag(): yield
for o in (f,K,K.m,K(1).m,len,gen(),gen,ag,print,abc,K.__dict__['pr'],K.__dict__['c'],int.real if 0 else 3,co): print(*(n[2:] for n in dir(I) if n.startswith('is') and n not in('iskeyword',) and getattr(I,n)(o)))
x=gen(); print(I.getgeneratorstate(x)); next(x); print(I.getgeneratorstate(x),I.getgeneratorlocals(x)); x.close(); print(I.getgeneratorstate(x),I.getgeneratorlocals(x)); at(I.getgeneratorlocals,3)
c=co(); print(I.getcoroutinestate(c)); c.close(); print(I.getcoroutinestate(c))
def outer():
    n=1
    def inner(): return n+len([])+K.x+undefined_name
    return inner
cv=I.getclosurevars(outer()); print(cv.nonlocals,sorted(cv.globals),sorted(cv.builtins),cv.unbound); at(I.getclosurevars,3)
at(I.getfile,3); at(I.getfile,int); at(I.getfile,abc if 0 else __import__('sys'))
def fr(a,*b,c=1,**d): return I.getargvalues(I.currentframe())
v=fr(1,2,3,z=4); print(v.args,v.varargs,v.keywords,sorted(v.locals)); print(I.getargs(f.__code__))
print(sorted(I.getcallargs(f,1,d=3)), I.getcallargs(K(1).m,2,3)["z"])
print(I.formatannotation(int),I.formatannotation(K),I.formatannotation(list[int]),I.formatannotation(typing.List[int]),I.formatannotation('s'),I.formatannotation(K,'__main__'))
@functools.wraps(f)
def w(*a): pass
print(I.unwrap(w) is f, I.signature(w), I.signature(w,follow_wrapped=False)); w.__wrapped__=w; at(I.unwrap,w)
class W:
    __signature__=3
    def __call__(self): pass
at(I.signature,W()); at(I.getattr_static,K(1),'p'); at(I.getattr_static,K,'zz'); at(I.getattr_static,K,'zz',4)
print(I.isabstract(abc.ABC), I.getmodulename('/a/b.py'), I.getmodulename('x'), I.get_annotations(g), I.getmodule(f).__name__)
