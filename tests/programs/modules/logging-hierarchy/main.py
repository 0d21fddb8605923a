"""Parents, levels that are inherited, propagation, disabling."""
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s:%(levelname)s:%(message)s"))
root = logging.getLogger()
root.addHandler(handler)
deep = logging.getLogger("a.b.c")
a = logging.getLogger("a")
b = logging.getLogger("a.b")
print(deep.parent is b, b.parent is a, a.parent is root, logging.getLogger("a").getChild("b") is b)
a.setLevel(logging.INFO)
deep.info("inherits INFO")
deep.debug("not enabled")
b.setLevel("DEBUG")
deep.debug("now enabled")
b.addHandler(handler)
deep.warning("twice, by b and root")
b.propagate = False
deep.warning("once")
print(deep.hasHandlers(), logging.getLogger("x").hasHandlers(), deep.isEnabledFor(10))
logging.disable(logging.WARNING)
deep.warning("disabled")
deep.error("still on")
logging.disable(logging.NOTSET)
a.disabled = True
a.error("this logger is off")
print(logging.getLogger("root") is root, repr(root), root)
