from graphlib import CycleError, TopologicalSorter

print(list(TopologicalSorter({'D': {'B'}, 'B': {'A'}, 'A': set()}).static_order()))
ts = TopologicalSorter({'test': ['build'], 'deploy': ['test', 'docs'], 'docs': []})
ts.add('build', 'fetch')
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(sorted(ready), bool(ts))
    ts.done(*ready)
for graph in ({'a': ['b'], 'b': ['a']}, {1: [2], 2: [3], 3: [1], 4: []}, {'x': ['x']}):
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as e:
        print(e.args)
t = TopologicalSorter({1: [2]})
for f in (lambda: t.get_ready(), lambda: t.is_active(), lambda: t.done(1), lambda: (t.prepare(), t.done(1)), lambda: t.done(9), lambda: t.add(3), lambda: t.prepare(), lambda: (t.get_ready(), t.done(2), t.done(2)), lambda: t.done(1)):
    try:
        print(f())
    except ValueError as e:
        print(e)
