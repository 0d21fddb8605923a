"""sys.argv."""
import sys

print(len(sys.argv), sys.argv[1:])
count = int(sys.argv[sys.argv.index("--count") + 1])
for i in range(count):
    print(i, sys.argv[-1])
print(sys.version_info[:2] >= (3, 11), sys.version_info.major, sys.maxsize, sys.byteorder, sys.platform)
print(__name__, __file__.endswith("main.py"))
if __name__ == "__main__":
    print("main program")
