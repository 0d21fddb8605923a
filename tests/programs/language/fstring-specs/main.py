x, f, s = 42, 3.14159, "hi"
print(f"{x:5}|{x:<5}|{x:^5}|{x:05}|{x:+}|{x:x}|{x:#b}|{x:o}|{x:c}|{x:e}|{x:,}|{x:_}|{x:%}")
print(f"{f:.2f}|{f:8.3f}|{f:<8.1f}|{f:e}|{f:.0f}|{f:g}|{f:+.1f}|{f:010.2f}|{f:.3}|{f:n}")
print(f"{s:>5}|{s:*^6}|{s!r}|{s!a}|{s:.1}|{'é'!a}|{s:5}|")
print(f"{x!s:>4}|{[1, 'a']}|{None}|{x == 42}|{x if x else 0}")
w, p = 8, 2
print(f"{f:{w}.{p}f}|{f:{'<'}{w}}|{x:{'0'}{w}}")
for spec in ("{:d}", "{:s}", "{:q}", "{:.2d}", "{:,s}", "{:=5}"):
    for v in (1, 1.5, "a"):
        try: print(spec, repr(v), "->", spec.format(v))
        except ValueError as e: print(spec, repr(v), "ValueError", e)
