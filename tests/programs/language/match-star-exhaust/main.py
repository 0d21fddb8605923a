def ops(cmd):
    match cmd.split():
        case ["go", ("north" | "south") as d]: return f"going {d}"
        case ["get", obj] | ["pick", "up", obj]: return f"got {obj}"
        case ["drop", *objs]: return f"dropped {objs}"
        case [verb]: return f"just {verb}"
        case []: return "silence"
        case [*words]: return f"what? {words}"
for c in ("go north", "go west", "get key", "pick up sword", "drop a b c", "drop", "wait", "", "x y z"):
    print(ops(c))
