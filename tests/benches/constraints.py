# One-way constraints that propagate changes through a chain, in the manner of DeltaBlue: many small classes and calls.
class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0


class Constraint:
    strength = 0

    def __init__(self, *variables):
        self.variables = variables
        for variable in variables:
            variable.constraints.append(self)

    def output(self):
        return self.variables[-1]

    def inputs(self):
        return self.variables[:-1]

    def satisfy(self, mark):
        out = self.output()
        if out.mark == mark and out.determined_by is not self:
            if out.determined_by.strength >= self.strength:
                return False
        out.determined_by = self
        out.mark = mark
        self.execute()
        return True

    def execute(self):
        raise NotImplementedError


class Stay(Constraint):
    strength = 1

    def execute(self):
        pass


class Equal(Constraint):
    strength = 2

    def execute(self):
        source, out = self.variables
        out.value = source.value


class Scale(Constraint):
    strength = 3

    def execute(self):
        source, factor, offset, out = self.variables
        out.value = source.value * factor.value + offset.value


class Planner:
    def __init__(self):
        self.mark = 0
        self.executed = 0

    def change(self, variable, value):
        self.mark += 1
        variable.value = value
        variable.mark = self.mark
        work = [variable]
        while work:
            at = work.pop()
            for constraint in at.constraints:
                if at is constraint.output():
                    continue
                if constraint.satisfy(self.mark):
                    self.executed += 1
                    work.append(constraint.output())


def chain(n, rounds):
    planner = Planner()
    nodes = [Variable(f"v{i}", i) for i in range(n)]
    for a, b in zip(nodes, nodes[1:]):
        Equal(a, b)
    for round in range(rounds):
        planner.change(nodes[0], round)
        assert nodes[-1].value == round
    return planner.executed


def projection(n, rounds):
    planner = Planner()
    factor, offset = Variable("factor", 10), Variable("offset", 1000)
    targets = []
    for i in range(n):
        source, target = Variable("s", i), Variable("t", i)
        Stay(source)
        Scale(source, factor, offset, target)
        targets.append(target)
    for round in range(rounds):
        planner.change(factor, round)
        planner.change(offset, -round)
    return planner.executed, sum(t.value for t in targets)


print(chain(400, 120), projection(400, 60))
