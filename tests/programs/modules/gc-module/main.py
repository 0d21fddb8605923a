"""What programs ask of gc."""
import gc


class Node:
    pass


a, b = Node(), Node()
a.other, b.other = b, a
del a, b
print(gc.collect() > 0, gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.get_threshold())
gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), len(gc.get_count()), len(gc.get_stats()), gc.garbage, gc.callbacks)
print(gc.is_tracked([]), gc.is_tracked(1), gc.get_debug())
