from datetime import date, datetime, time, timedelta

n = datetime(2024, 1, 2, 3, 4, 5, 678)
print(n, repr(n), n.isoformat(), n.isoformat(' ', 'seconds'), n.isoformat(timespec='milliseconds'), n.date(), n.time(), n.ctime(), n.weekday())
print(n.strftime('%Y-%m-%dT%H:%M:%S.%f%z|%Z|%p %I %a %b %c %x %X %%'), n.timetuple(), n.replace(hour=23, microsecond=0), f'{n:%d.%m.%y}', f'{n}')
print(n + timedelta(days=30, seconds=1), n - timedelta(weeks=1), n - datetime(2023, 1, 1), n > datetime(2024, 1, 1), n == datetime(2024, 1, 2, 3, 4, 5, 678), n == date(2024, 1, 2))
print(datetime.combine(date(2024, 5, 6), time(7, 8)), datetime.min, datetime.max, datetime.fromordinal(738000), datetime(2024, 1, 1), repr(datetime(2024, 1, 1, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 1)))
t = time(12, 30, 5, 1500)
print(t, repr(t), t.isoformat('minutes'), t.isoformat('milliseconds'), t.replace(hour=1), t.strftime('%H-%M-%S.%f'), time(), repr(time(1)), time(1) < time(2), time.max, time.fromisoformat('03:04:05.5'))
print(isinstance(datetime.now(), date), isinstance(date.today(), datetime), datetime.now() >= datetime(2000, 1, 1), sorted([datetime(2024, 5, 1), datetime(2023, 5, 1)])[0])
for f in (lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 0, 60), lambda: datetime(2024, 1, 1, second=60), lambda: datetime(2024, 1, 1, microsecond=10**6), lambda: n < date(2024, 1, 1),
          lambda: date(2024, 1, 1) < n, lambda: time(25), lambda: n.isoformat(timespec='x'), lambda: datetime(2024, 1, 1, tzinfo='x'), lambda: datetime.max + timedelta(1), lambda: datetime(2024), lambda: datetime.combine(1, 2), lambda: datetime(2024, 1, 1, fold=2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
