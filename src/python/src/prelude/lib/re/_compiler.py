"""The tree of a regular expression as a program for `_sre`. Its instructions are described in `modules/sre/program.rs`."""

from _sre import assemble, lower

from ._parser import MAXREPEAT, error, parse

_MATCH, _CHAR, _ANY, _ANY_ALL, _SET, _CHAR_IGNORE = 1, 2, 3, 4, 5, 6
_SPLIT, _JUMP, _SAVE, _AT, _REF, _IF, _REPEAT = 10, 11, 12, 13, 14, 15, 16
_LOOP_BEGIN, _LOOP, _FENCE, _CUT, _LOOK, _LOOK_END, _LOOK_NOT_END, _LOOP_AGAIN = 17, 18, 19, 20, 21, 22, 23, 24

# lower-case characters that match each other when case is ignored though they are the lower case of different ones
_ALIKE = (
    (0x69, 0x131), (0x73, 0x17f), (0xb5, 0x3bc), (0x345, 0x3b9, 0x1fbe), (0x390, 0x1fd3), (0x3b0, 0x1fe3),
    (0x3b2, 0x3d0), (0x3b5, 0x3f5), (0x3b8, 0x3d1), (0x3ba, 0x3f0), (0x3c0, 0x3d6), (0x3c1, 0x3f1), (0x3c2, 0x3c3),
    (0x3c6, 0x3d5), (0x432, 0x1c80), (0x434, 0x1c81), (0x43e, 0x1c82), (0x441, 0x1c83), (0x442, 0x1c84, 0x1c85),
    (0x44a, 0x1c86), (0x463, 0x1c87), (0x1c88, 0xa64b), (0x1e61, 0x1e9b), (0xfb05, 0xfb06),
)
_ALIKE = {code: alike for alike in _ALIKE for code in alike}


def width_of(nodes):
    """Fewest and most characters that a sequence matches."""
    least = most = 0
    for node in nodes:
        low, high = _width(node)
        least += low
        most += high
    return min(least, MAXREPEAT), min(most, MAXREPEAT)


def _width(node):
    kind = node[0]
    if kind in ('char', 'set', 'any'):
        return 1, 1
    if kind == 'group':
        return width_of(node[2])
    if kind == 'atomic':
        return width_of(node[1])
    if kind == 'branch':
        widths = [width_of(option) for option in node[1]]
        return min(w[0] for w in widths), max(w[1] for w in widths)
    if kind == 'repeat':
        low, high = _width(node[4])
        return low * node[2], min(high * node[3], MAXREPEAT)
    if kind == 'if':
        yes, no = width_of(node[2]), width_of(node[3])
        return min(yes[0], no[0]), max(yes[1], no[1])
    if kind == 'ref':
        return _group_widths.get(node[1], (0, MAXREPEAT))
    return 0, 0


# widths of the groups of the pattern being compiled, for references in look-behinds
_group_widths = {}


class Compiler:
    def __init__(self, groups):
        self.code = [groups, 0]
        self.sets = []

    def register(self, count):
        first = self.code[1]
        self.code[1] += count
        return first

    def sequence(self, nodes):
        for node in nodes:
            self.node(node)

    def node(self, node):
        code = self.code
        kind = node[0]
        if kind == 'char':
            self.character(node[1], node[2])
        elif kind == 'any':
            code.append(_ANY_ALL if node[1] else _ANY)
        elif kind == 'set':
            self.set(node[1], node[2], node[3])
        elif kind == 'at':
            code += [_AT, node[1]]
        elif kind == 'group':
            if node[1] is None:
                self.sequence(node[2])
            else:
                code += [_SAVE, 2 * node[1]]
                self.sequence(node[2])
                code += [_SAVE, 2 * node[1] + 1]
                _group_widths[node[1]] = width_of(node[2])
        elif kind == 'branch':
            self.branch(node[1])
        elif kind == 'repeat':
            self.repeat(*node[1:])
        elif kind == 'ref':
            code += [_REF, node[1], node[2]]
        elif kind == 'if':
            code += [_IF, node[1], 0]
            no = len(code) - 1
            self.sequence(node[2])
            if node[3]:
                code += [_JUMP, 0]
                end = len(code) - 1
                code[no] = len(code)
                self.sequence(node[3])
                code[end] = len(code)
            else:
                code[no] = len(code)
        elif kind == 'atomic':
            self.atomic(node[1])
        else:
            self.look(*node[1:])

    def character(self, c, mode):
        if not mode:
            self.code += [_CHAR, c]
            return
        small = lower(c, mode)
        if mode == 1 and small in _ALIKE:
            self.set(False, 1, [(0, small, small)])
        elif mode == 2 and (small > 127 or not chr(small).isalpha()):
            self.code += [_CHAR, c]
        else:
            self.code += [_CHAR_IGNORE, small, mode]

    def set(self, negated, mode, items):
        if mode == 1:
            more = []
            for kind, low, high in items:
                if kind == 0 and low == high:
                    more += [(0, c, c) for c in _ALIKE.get(lower(low, 1), ())]
            items = items + more
        self.sets.append(len(self.code))
        self.code += [_SET, 8 + 3 * len(items), mode, int(negated), 0, 0, 0, 0]
        for item in items:
            self.code += item

    def branch(self, options):
        code = self.code
        if all(len(o) == 1 and o[0][0] == 'char' and not o[0][2] for o in options):
            self.set(False, 0, [(0, o[0][1], o[0][1]) for o in options])
            return
        ends = []
        for option in options[:-1]:
            code += [_SPLIT, 0]
            other = len(code) - 1
            self.sequence(option)
            code += [_JUMP, 0]
            ends.append(len(code) - 1)
            code[other] = len(code)
        self.sequence(options[-1])
        for end in ends:
            code[end] = len(code)

    def repeat(self, kind, least, most, node):
        code = self.code
        while node[0] == 'group' and node[1] is None and len(node[2]) == 1:
            node = node[2][0]
        if node[0] in ('char', 'set', 'any'):
            code += [_REPEAT, kind, least, most]
            self.node(node)
            return
        if kind == 2:
            self.atomic([('repeat', 0, least, most, node)])
            return
        if (least, most) == (0, 1):
            code += [_SPLIT, 0]
            if kind:
                # lazily: what follows first
                inside = len(code) - 1
                code += [_JUMP, 0]
                end = len(code) - 1
                code[inside] = len(code)
                self.node(node)
                code[end] = len(code)
            else:
                end = len(code) - 1
                self.node(node)
                code[end] = len(code)
            return
        register = self.register(2)
        code += [_LOOP_BEGIN, register, 0]
        test = len(code) - 1
        if kind:
            code += [_LOOP_AGAIN, register]
        body = len(code)
        self.node(node)
        code[test] = len(code)
        code += [_LOOP, register, kind, least, most, body]

    def atomic(self, nodes):
        register = self.register(1)
        self.code += [_FENCE, register]
        self.sequence(nodes)
        self.code += [_CUT, register]

    def look(self, negated, behind, nodes):
        code = self.code
        back = 0
        if behind:
            low, high = width_of(nodes)
            if low != high:
                raise error('look-behind requires fixed-width pattern')
            if low >= MAXREPEAT - 1:
                raise error('looks too much behind')
            back = low + 1
        register = self.register(2)
        code += [_LOOK, register, int(negated), back, 0]
        target = len(code) - 1
        self.sequence(nodes)
        code += [_LOOK_NOT_END if negated else _LOOK_END, register]
        code[target] = len(code)


def compile(pattern, flags):
    """(program, flags, number of groups, names)"""
    tree, flags, names, groups = parse(pattern, flags)
    _group_widths.clear()
    compiler = Compiler(groups)
    compiler.sequence(tree)
    compiler.code.append(_MATCH)
    return assemble(compiler.code, compiler.sets), flags, groups, names
