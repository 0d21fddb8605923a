import csv
import io

print(list(csv.reader(['a,b,c', '1,"2, with comma",3', '"quote ""inside""",x,', ''])))
print(list(csv.reader(io.StringIO('name,text\r\nbob,"line one\nline two"\r\nal,"x"\r\n'))))
print(list(csv.reader(['a;b', "'x;y';z"], delimiter=';', quotechar="'")), list(csv.reader(['a\tb'], 'excel-tab')), list(csv.reader(['a, b, "c d"'], skipinitialspace=True)))
print(list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['a\\,b,c'], escapechar='\\')), list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)), list(csv.reader(['a"b,c', '"a"b,c'])), list(csv.reader([' a , b '])))
r = csv.reader(['x,y', '1,2', '"3', '4",5'])
print(next(r), r.line_num, list(r), r.line_num, r.dialect.delimiter)
for row in csv.DictReader(io.StringIO('id,name\n1,ann\n2,bob,extra,more\n3\n\n4,dee\n'), restkey='rest', restval='?'):
    print(row)
d = csv.DictReader(['1,2'], fieldnames=['a', 'b'])
print(d.fieldnames, list(d), d.line_num)
for f in (lambda: list(csv.reader(['"abc'], strict=True)), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader([b'a'])), lambda: csv.reader(['a'], delimiter=',,'), lambda: csv.reader(['a'], 'nope'), lambda: csv.reader(['a'], foo=1),
          lambda: csv.reader(5), lambda: csv.reader([], quoting=9), lambda: csv.reader([], quotechar=5), lambda: list(csv.reader(['a\rb'])), lambda: csv.reader([], delimiter=None), lambda: csv.reader([], quotechar=None, quoting=csv.QUOTE_ALL)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
