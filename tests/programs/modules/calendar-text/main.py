import calendar

print(calendar.month(2024, 2), calendar.calendar(2023), sep='|')
print(calendar.TextCalendar(6).formatmonth(2024, 9, 4, 2))
calendar.prmonth(2024, 1)
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2), calendar.monthcalendar(2024, 2), calendar.weekheader(3))
print(list(calendar.day_name), list(calendar.month_abbr), calendar.month_name[3], calendar.day_abbr[0], calendar.timegm((2024, 1, 2, 3, 4, 5)), calendar.SUNDAY, calendar.firstweekday())
c = calendar.Calendar(calendar.SUNDAY)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2)), list(c.itermonthdays2(2024, 2))[:4], list(c.itermonthdays4(2024, 3))[:7], c.monthdatescalendar(2024, 2)[0], c.yeardayscalendar(2024, 6)[0][1][0])
print(calendar.HTMLCalendar().formatmonth(2024, 2), len(calendar.HTMLCalendar().formatyear(2024)), calendar.HTMLCalendar().formatyearpage(2024)[:60])
for f in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.weekday(2024, 2, 30)):
    try:
        f()
    except ValueError as e:
        print(type(e).__name__, e)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.month(2024, 5))
