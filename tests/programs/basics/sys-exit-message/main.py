"""sys.exit with a text: the text goes to standard error, the status is 1."""
import sys

print("before")
sys.exit("stopped: bad configuration")
