from datetime import datetime, time, timedelta, timezone, tzinfo, UTC

east = timezone(timedelta(hours=5, minutes=30))
west = timezone(timedelta(hours=-8), 'PST')
u = datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
print(u, repr(u), u.astimezone(east), u.astimezone(west), u.astimezone(west).tzname(), repr(east), str(east), repr(west), str(west), repr(timezone.utc), UTC is timezone.utc)
print(u == u.astimezone(east), u - u.astimezone(west), u.astimezone(east).utcoffset(), u.timestamp(), datetime(2024, 1, 1, tzinfo=east).timestamp(), u.astimezone(east).strftime('%z %Z'), u.strftime('%z %Z'))
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1700000000.123456, east), datetime.utcfromtimestamp(86400.5), u.utctimetuple(), u.timetz(), time(1, tzinfo=east), time(1, tzinfo=east) == time(19, 30, tzinfo=timezone.utc))
print(hash(u) == hash(u.astimezone(east)), timezone(timedelta(0)) is timezone.utc, timezone(timedelta(hours=1)) == timezone(timedelta(hours=1), 'X'), timezone(-timedelta(minutes=1, seconds=30)), timezone.min, timezone.max)
print(datetime(2024, 1, 1) == u, datetime(2024, 1, 1).tzinfo, u.replace(tzinfo=None), datetime.now(timezone.utc).tzinfo)


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if 4 <= dt.month < 10 else timedelta(0)

    def tzname(self, dt):
        return 'CEST' if self.dst(dt) else 'CET'


for month in (1, 7):
    d = datetime(2024, month, 1, 12, tzinfo=Summer())
    print(d.isoformat(), d.tzname(), d.dst(), d.astimezone(timezone.utc), d.timetuple().tm_isdst, datetime(2024, month, 1, tzinfo=timezone.utc).astimezone(Summer()))
for f in (lambda: timezone(timedelta(hours=24)), lambda: timezone(5), lambda: timezone(timedelta(1) / 2, 5), lambda: datetime(2024, 1, 1) < u, lambda: datetime(2024, 1, 1) - u, lambda: u.astimezone('x'), lambda: tzinfo().utcoffset(None), lambda: datetime.fromtimestamp(1e20)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
