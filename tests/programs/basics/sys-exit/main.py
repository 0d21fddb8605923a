"""sys.exit raises: finally runs, handlers may look."""
import sys

try:
    sys.exit("message")
except SystemExit as error:
    print("caught", repr(error.code), isinstance(error, Exception))
try:
    try:
        sys.exit(3)
    finally:
        print("finally")
except SystemExit as error:
    print("caught", error.code)
try:
    sys.exit()
except SystemExit as error:
    print("caught", error.code, error.args)
print("leaving")
sys.exit(7)
print("never printed")
