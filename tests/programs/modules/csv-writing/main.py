import csv
import io


def written(rows, *args, **kwargs):
    f = io.StringIO(newline='')
    csv.writer(f, *args, **kwargs).writerows(rows)
    return f.getvalue()


rows = [['a', 'b c', 'd,e'], [1, 2.5, None], ['say "hi"', 'two\nlines', ''], [''], [], [True, -1, 'x']]
print(repr(written(rows)))
print(repr(written(rows, quoting=csv.QUOTE_ALL)), repr(written(rows, quoting=csv.QUOTE_NONNUMERIC)))
print(repr(written([['a,b', 'c']], quoting=csv.QUOTE_NONE, escapechar='\\')), repr(written(rows, delimiter='|', lineterminator='\n')), repr(written([['a"b']], doublequote=False, escapechar='\\')), repr(written([['x']], 'unix')), repr(written(rows[:2], 'excel-tab')))
f = io.StringIO(newline='')
w = csv.DictWriter(f, ['name', 'age'], restval='-')
print(w.writeheader(), w.writerow({'name': 'ann', 'age': 3}))
w.writerows([{'name': 'bob'}, {'age': 5, 'name': 'c,d'}])
print(repr(f.getvalue()))
for g in (lambda: w.writerow({'name': 1, 'x': 2}), lambda: csv.writer(5), lambda: csv.writer(f).writerow(5), lambda: written([['a,b']], quoting=csv.QUOTE_NONE), lambda: csv.DictWriter(f, [], extrasaction='x'), lambda: csv.get_dialect('zz'), lambda: csv.register_dialect(5), lambda: written([['']], quoting=csv.QUOTE_NONE)):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_ALL)
print(repr(written([['a', 'b']], 'pipes')), csv.list_dialects(), csv.get_dialect('pipes').delimiter, csv.field_size_limit())
csv.unregister_dialect('pipes')


class Semi(csv.excel):
    delimiter = ';'


print(repr(written([['a', 'b;c']], Semi)), list(csv.reader(['x;y'], dialect=Semi())))
with open('t.csv', 'w', newline='') as out:
    csv.writer(out).writerows([['k', 'v'], ['x', 1]])
with open('t.csv', newline='') as back:
    print(list(csv.reader(back)))
print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().sniff('a\tb\n1\t2\n').delimiter, csv.Sniffer().has_header('name,age\nbob,3\nann,44\n'))
