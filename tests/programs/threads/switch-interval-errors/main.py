"""sys.setswitchinterval and its checks."""
import sys

print(sys.getswitchinterval())
for value in (0.001, 0.5, 1):
    sys.setswitchinterval(value)
    print(sys.getswitchinterval())
for bad in (0, -1, "x", None):
    try:
        sys.setswitchinterval(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
