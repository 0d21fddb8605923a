import time
from datetime import date, datetime

for s in ('2024-01-02', '20240102', '2024-W01-2', '2024-01-02T03:04:05', '2024-01-02 03:04:05.123456', '2024-01-02T03:04:05.123+05:30', '2024-01-02T03:04Z', '20240102T030405', '2024-01-02T03',
          '2024W012', '2024-01-02T03:04:05,5', '2024-13-01', '2024-1-2', 'x', '2024-01-02T25:00', '2024-01-02T03:04:05+24:00', '2024-02-30', '2024-01-02T', '2024-01-02T03:0', '2024-01-02T030405.5-0800', '2024-01-02T03:04:05.1234567'):
    for cls in (datetime, date):
        try:
            print(s, repr(cls.fromisoformat(s)))
        except ValueError as e:
            print(s, cls.__name__, e)
for s, f in (('2024-01-02 03:04:05', '%Y-%m-%d %H:%M:%S'), ('02/Jan/24', '%d/%b/%y'), ('Tuesday, 2 January 2024 3:04 PM', '%A, %d %B %Y %I:%M %p'), ('2024-01-02T03:04:05.123456+0530', '%Y-%m-%dT%H:%M:%S.%f%z'),
             ('2024 032', '%Y %j'), ('12:30', '%H:%M'), ('2024-W05-3', '%G-W%V-%u'), ('10 2024 1', '%U %Y %w'), ('Z', '%z'), ('+01:00', '%z'), ('UTC', '%Z'), ('2024-01-02', '%Y/%m/%d'), ('2024-01-02 x', '%Y-%m-%d'), ('99', '%m'),
             ('30 Feb 2024', '%d %b %Y'), ('a', '%Q'), ('a', '%'), ('123', '%H%M'), ('Feb 29', '%b %d'), ('12 AM', '%I %p'), ('Jan  5 10:00:00 2024', '%b %d %H:%M:%S %Y'), ('', '%Y'), ('68 69', '%y %H')):
    try:
        print(s, repr(datetime.strptime(s, f)))
    except ValueError as e:
        print(s, e)
print(time.strptime('30 Nov 00', '%d %b %y'), time.strptime('Mon Jan  1 00:00:00 2024'))
try:
    datetime.strptime(5, '%Y')
except TypeError as e:
    print(e)
