from datetime import date, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), date.fromordinal(738000), d.replace(year=2020), d + timedelta(days=366), d - date(2023, 1, 1))
print(d.timetuple(), d.strftime('%A %d %B %Y %j %U %W %V %G'), d.ctime(), f'{d:%Y/%m}', date.min, date.max, d < date(2025, 1, 1), d == date(2024, 2, 29))
for y in (2019, 2020, 2021, 2026, 1999):
    for m, day in ((1, 1), (1, 4), (12, 28), (12, 31)):
        print(*date(y, m, day).isocalendar(), end='; ')
print()
year, week, weekday = date(2024, 12, 30).isocalendar()
print(year, week, weekday, date.fromisocalendar(2020, 53, 7), date.fromisocalendar(2024, 1, 1), date.fromisoformat('2024-W09-4'))
start = date(2024, 1, 31)
print([(start + timedelta(weeks=i)).isoformat() for i in range(4)], (date(2024, 12, 25) - date(2024, 1, 1)).days, {date(2024, 1, 1): 'x'}[date(2024, 1, 1)])
for f in (lambda: date(0, 1, 1), lambda: date(2024, 13, 1), lambda: date(2023, 2, 29), lambda: date(2024, 1), lambda: date('x', 1, 1), lambda: date.max + timedelta(1), lambda: date.fromordinal(0),
          lambda: date.fromisocalendar(2024, 54, 1), lambda: date.fromisocalendar(2021, 53, 1), lambda: date.fromisoformat('2024-1-1'), lambda: date.fromisoformat('2024-02-30'), lambda: date.fromisoformat(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    d.year = 5
except AttributeError as e:
    print('AttributeError')
