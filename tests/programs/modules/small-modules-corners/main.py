"""Corners of base64, calendar, csv, copyreg, traceback, urllib.error and numbers."""
import base64, calendar, csv, io, traceback, copyreg, numbers, urllib.error, urllib.response, types
def at(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
B=base64
for v in (b'',b'a',b'ab',b'abc',bytes(range(256)),b'\0'*8,b'    xx',bytearray(b'q'),memoryview(b'mv')):
    for n in 'b64encode b32encode b32hexencode b16encode b85encode a85encode encodebytes standard_b64encode urlsafe_b64encode'.split():
        try:
            e=getattr(B,n)(v); d=getattr(B,n.replace('encode','decode'))(e); print(n,e[:30],d==bytes(v))
        except Exception as x: print(n,type(x).__name__,x)
at(B.b64encode,'x'); at(B.b64encode,b'\xff\xfe',b'-_'); at(B.b64encode,b'a',b'-'); at(B.b64decode,'YQ=='); at(B.b64decode,'YQ'); at(B.b64decode,'é'); at(B.b64decode,b'-_-_',b'-_'); at(B.b64decode,b'Y!Q==',validate=True); at(B.b64decode,b'Y!Q=='); at(B.b64decode,5); at(B.b64decode,b'aa',b'xyz')
at(B.b32decode,b'ME======'); at(B.b32decode,b'me======'); at(B.b32decode,b'me======',True); at(B.b32decode,b'M1023456',map01=b'L'); at(B.b32decode,b'M',); at(B.b32decode,b'ME======',map01=b'LI'); at(B.b16decode,b'6g'); at(B.b16decode,b'6a'); at(B.b16decode,b'6a',True); at(B.b85decode,b'~~~~~'); at(B.b85decode,b' '); at(B.a85decode,b'<~87cURD]i~>',adobe=True); at(B.a85encode,b'hello world'*5,wrapcol=20,adobe=True); at(B.a85encode,b'    ',foldspaces=True); at(B.a85decode,b'zz'); at(B.a85decode,b'1z'); at(B.encodebytes,'x'); at(B.decodebytes,b'YQ==\n')
o=io.BytesIO(); B.encode(io.BytesIO(b'x'*100),o); print(o.getvalue()); o2=io.BytesIO(); B.decode(io.BytesIO(o.getvalue()),o2); print(o2.getvalue()==b'x'*100)
class Slow:
    def __init__(self,d): self.d=d
    def read(self,n): r,self.d=self.d[:7],self.d[7:]; return r
o=io.BytesIO(); B.encode(Slow(b'abcdefghij'*9),o); print(o.getvalue())
C=calendar
print(C.mdays, C.isleap(1900), C.isleap(2000), C.isleap(2024), C.isleap(2023), C.leapdays(1990,2030), C.monthrange(2024,2)); at(C.monthrange,2024,13); at(C.setfirstweekday,7)
print(C.month(2024,2)); C.setfirstweekday(C.SUNDAY); print(C.month(2023,10,3,1), C.firstweekday(), C.weekheader(3), C.monthcalendar(2024,2)[0]); C.setfirstweekday(0)
t=C.TextCalendar(6); print(t.formatyear(2021,m=4)[:400]); t.firstweekday=9; print(t.firstweekday,list(t.iterweekdays())); print(list(t.itermonthdays4(2024,2))[:2],list(t.itermonthdays2(2024,2))[-2:],list(t.itermonthdates(1,1))[:1] if 0 else '',t.yeardayscalendar(2024,6)[1][0][0])
print(C.HTMLCalendar().formatmonth(2024,2)[:300], C.HTMLCalendar.cssclasses, C.HTMLCalendar().formatyearpage(2024)[:90], C.timegm((2024,2,29,1,2,3)))
t.prweek([(1,0)],4); print(); C.prmonth(2024,2); print(repr(C.January),C.EPOCH)
r=csv.DictReader(io.StringIO('a,b\n1,2\n\n3\n4,5,6,7\n'),restkey='R',restval='V'); print(r.fieldnames,list(r),r.line_num); r=csv.DictReader(io.StringIO(''),); print(r.fieldnames,list(r)); r=csv.DictReader(io.StringIO('1,2\n'),['x','y']); print(list(r),r.line_num); r.fieldnames=['q']; print(r.fieldnames)
o=io.StringIO(); w=csv.DictWriter(o,['a','b'],restval='-'); w.writeheader(); w.writerow({'a':1}); at(w.writerow,{'z':1}); at(csv.DictWriter,o,[],extrasaction='x'); w=csv.DictWriter(o,['a'],extrasaction='IGNORE',dialect='unix'); w.writerows([{'a':'q"','c':2}]); print(repr(o.getvalue()))
print(csv.excel.delimiter,csv.unix_dialect.lineterminator,csv.excel_tab.quotechar); at(csv.Dialect); print(csv.Sniffer().preferred)
at(copyreg.add_extension,'m','n',0); copyreg.add_extension('m','n',5); copyreg.add_extension('m','n',5); at(copyreg.add_extension,'m','n',6); at(copyreg.add_extension,'m','o',5); at(copyreg.remove_extension,'m','n',6); copyreg.remove_extension('m','n',5); at(copyreg.pickle,int,3); at(copyreg.constructor,3); print(copyreg.dispatch_table.get(complex) is copyreg.pickle_complex)
f=traceback.FrameSummary('f.py',3,'n',line=' x ',locals={'a':1}); print(f,list(f),f[1],len(f),f==('f.py',3,'n','x'),f==f,f==3,f.locals)
try: compile('a b','f','exec')
except SyntaxError as e: print(traceback.format_exception_only(e))
h=urllib.error.HTTPError('http://x',404,'NF',{'a':1},io.BytesIO(b'body')); print(h,repr(h),h.reason,h.headers,h.read(),h.code,h.status,h.geturl(),h.info(),h.filename,h.getcode()); h.headers={'b':2}; print(h.hdrs); u=urllib.error.URLError('why','fn'); print(u,u.reason,u.args,u.filename, urllib.error.ContentTooShortError('m',b'c').content)
a=urllib.response.addinfourl(io.BytesIO(b'l\nm'),{'h':1},'u',200); print(list(a),a.status,a.url,a.code,a.name,a.closed)
with a: pass
print(a.closed); at(numbers.Complex); at(numbers.Rational)
class Q(numbers.Integral): pass
at(Q)
