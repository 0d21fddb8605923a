import math
print(math.squareroot if hasattr(math, "squareroot") else "none")
math.sqr(4)
