import argparse, sys, getpass, shlex, textwrap, configparser, enum, functools, operator, heapq
p = argparse.ArgumentParser(prog="tool", description="A tool."); p.add_argument("files", nargs="*", help="input"); p.add_argument("-n", "--num", type=int, default=3, help="how many (default: %(default)s)"); p.add_argument("-v", action="store_true"); p.add_argument("--mode", choices=["a", "b"], default="a"); p.add_argument("--level", action="count", default=0)
print(p.parse_args(["x", "y", "-n", "5", "-v"]), p.parse_args([]), vars(p.parse_args(["--mode=b"])))
p.print_help()
sub = argparse.ArgumentParser(prog="git"); sp = sub.add_subparsers(dest="cmd", required=True); c = sp.add_parser("commit"); c.add_argument("-m", required=True); print(sub.parse_args(["commit", "-m", "msg"]))
for args in (["-n", "x"], ["--mode", "z"], ["--nope"]):
    try: p.parse_args(args)
    except SystemExit as e: print("exit", e.code)
print(shlex.split("a 'b c' d\\ e"), shlex.quote("it's"), shlex.join(["a b", "c"]))
cp = configparser.ConfigParser(); cp.read_string("[db]\nhost = x\nport = 5\n[web]\ndebug = yes\nurl = %(base)s/p\nbase = h\n"); print(cp.sections(), cp["db"]["host"], cp.getint("db", "port"), cp.getboolean("web", "debug"), cp["web"]["url"], cp.has_option("db", "zz"), cp.get("db", "zz", fallback="f"))
class Graph:
    def __init__(self, edges):
        self.adj = {}
        for a, b, w in edges: self.adj.setdefault(a, []).append((b, w)); self.adj.setdefault(b, []).append((a, w))
    def dijkstra(self, s):
        dist, pq = {s: 0}, [(0, s)]
        while pq:
            d, u = heapq.heappop(pq)
            if d > dist[u]: continue
            for v, w in self.adj[u]:
                if d + w < dist.get(v, float("inf")): dist[v] = d + w; heapq.heappush(pq, (d + w, v))
        return dist
    def bfs(self, s):
        seen, q = [s], [s]
        while q:
            for v, _ in self.adj[q.pop(0)]:
                if v not in seen: seen.append(v); q.append(v)
        return seen
g = Graph([("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5)]); print(g.dijkstra("a"), g.bfs("a"))
@functools.lru_cache(maxsize=2)
def sq(n): print("calc", n); return n * n
sq(1); sq(2); sq(1); sq(3); sq(2); print(sq.cache_info(), sq.cache_parameters() if hasattr(sq, "cache_parameters") else ""); sq.cache_clear()
@functools.cache
def knap(i, w): return 0 if i == 3 else max(knap(i + 1, w), knap(i + 1, w - [1, 3, 4][i]) + [15, 20, 30][i] if w >= [1, 3, 4][i] else 0)
print(knap(0, 4)); 
def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    return t[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"), operator.itemgetter("a")({"a": 1}), sorted([{"n": 2}, {"n": 1}], key=operator.itemgetter("n")))
class Stack(list):
    push = list.append
    def peek(self): return self[-1]
s = Stack(); s.push(1); s.push(2); print(s.peek(), s, len(s), s.pop())
class TreeNode:
    def __init__(s, v, l=None, r=None): s.v, s.l, s.r = v, l, r
    def insert(s, v):
        side = "l" if v < s.v else "r"; child = getattr(s, side)
        child.insert(v) if child else setattr(s, side, TreeNode(v))
    def __iter__(s):
        if s.l: yield from s.l
        yield s.v
        if s.r: yield from s.r
    def depth(s): return 1 + max((c.depth() for c in (s.l, s.r) if c), default=0)
t = TreeNode(5)
for v in (3, 8, 1, 4, 9): t.insert(v)
print(list(t), t.depth(), 4 in t, sum(t))
p.parse_args(["-n"])
