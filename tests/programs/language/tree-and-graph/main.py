class Node:
    def __init__(self, v): self.v, self.l, self.r = v, None, None
class BST:
    def __init__(self, it=()):
        self.root, self.n = None, 0
        for x in it: self.add(x)
    def add(self, v):
        def go(n):
            if n is None: self.n += 1; return Node(v)
            if v < n.v: n.l = go(n.l)
            elif v > n.v: n.r = go(n.r)
            return n
        self.root = go(self.root)
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n.l); yield n.v; yield from walk(n.r)
        return walk(self.root)
    def __contains__(self, v):
        n = self.root
        while n and n.v != v: n = n.l if v < n.v else n.r
        return n is not None
    def __len__(self): return self.n
    def height(self, n=...):
        n = self.root if n is ... else n
        return 0 if n is None else 1 + max(self.height(n.l), self.height(n.r))
t = BST([5, 2, 8, 1, 9, 2]); print(list(t), 8 in t, 3 in t, len(t), t.height())
g = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"], "e": []}
from collections import deque
def bfs(g, s):
    seen, q = {s: None}, deque([s])
    while q:
        u = q.popleft()
        for v in g[u]:
            if v not in seen: seen[v] = u; q.append(v)
    return seen
def path(g, a, b):
    p, seen = [b], bfs(g, a)
    while p[-1] != a: p.append(seen[p[-1]])
    return p[::-1]
def topo(g):
    out, seen = [], set()
    def visit(n):
        if n in seen: return
        seen.add(n)
        for m in g[n]: visit(m)
        out.append(n)
    for n in g: visit(n)
    return out[::-1]
print(list(bfs(g, "a")), path(g, "a", "e"), topo(g))
import heapq
def dijkstra(w, s):
    d, h = {s: 0}, [(0, s)]
    while h:
        c, u = heapq.heappop(h)
        if c > d[u]: continue
        for v, k in w.get(u, {}).items():
            if c + k < d.get(v, float("inf")): d[v] = c + k; heapq.heappush(h, (c + k, v))
    return d
print(dijkstra({"a": {"b": 4, "c": 1}, "c": {"b": 2}, "b": {"d": 5}}, "a"))
