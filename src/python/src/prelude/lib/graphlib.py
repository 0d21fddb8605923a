"""graphlib: topological order."""

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    """The graph has a cycle; the second argument is its nodes."""


class TopologicalSorter:
    def __init__(self, graph=None):
        # by node: those that follow it, and how many it waits for (or -1 ready, -2 done)
        self._after = {}
        self._waits = {}
        self._ready = None
        self._given = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._after.setdefault(node, [])
        self._waits.setdefault(node, 0)
        self._waits[node] += len(predecessors)
        for before in predecessors:
            self._after.setdefault(before, []).append(node)
            self._waits.setdefault(before, 0)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node for node, waits in self._waits.items() if waits == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        result = tuple(self._ready)
        for node in result:
            self._waits[node] = -1
        self._ready.clear()
        self._given += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._finished < self._given or bool(self._ready)

    __bool__ = is_active

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            waits = self._waits.get(node)
            if waits is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if waits != -1:
                if waits >= 0:
                    raise ValueError(f'node {node!r} was not passed out (still not ready)')
                raise ValueError(f'node {node!r} was already marked done')
            self._waits[node] = -2
            for following in self._after[node]:
                self._waits[following] -= 1
                if self._waits[following] == 0:
                    self._ready.append(following)
            self._finished += 1

    def _cycle(self):
        seen = set()
        for start in self._after:
            if start in seen:
                continue
            path = [start]
            place = {start: 0}
            turns = [iter(self._after[start])]
            seen.add(start)
            while path:
                for node in turns[-1]:
                    if node in place:
                        return path[place[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        place[node] = len(path)
                        path.append(node)
                        turns.append(iter(self._after[node]))
                        break
                else:
                    del place[path.pop()]
                    turns.pop()
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
