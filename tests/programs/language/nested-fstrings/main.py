name, width, d = "x", 10, {"k": "v"}
print(f"{name!r:>{width}}|{name:^{width}}|{f'{name}{f'{1 + 1}'}'}|{d["k"]}|{'\n'.join(['a', 'b'])}")
print(f"{(lambda v: v * 2)(3)} {3.14159:.{2}f} {1000000:,} {255:#x} {name=} {1 + 1 = } {name = !s:>4}")
print(f"{'a' if True else 'b'} {{literal}} {[i for i in range(3)]} {{{name}}}")
print(f"""multi
{name
}line""")
print(f"{10:{'>'}{5}}|{'abc':.{2}}|{True:d}|{b'x'}")
print(rf"\n{name}", fr"{name}\t", f"a" "b" f"{name}")
