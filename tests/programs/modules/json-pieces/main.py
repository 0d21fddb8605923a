"""The pieces that iterencode gives; what is said of NaN; encodings told by their zeros."""
import json

for indent in (None, 0, "\t"):
    for value in ([], {}, [1, [2, {"a": [], "b": {}}], "x"], {"k": [1], "l": {"m": None}}, {(1,): 2, 3: 4}, 3):
        print(list(json.JSONEncoder(indent=indent, skipkeys=True).iterencode(value)))
for indent in (None, 2):
    try:
        json.dumps([1, float("-inf")], allow_nan=False, indent=indent)
    except ValueError as error:
        print(error)
try:
    list(json.JSONEncoder(allow_nan=False).iterencode(float("nan")))
except ValueError as error:
    print(error)
for start in range(16):
    zeros = bytes(120 * int(bit) for bit in f"{start:04b}")
    print(zeros, *(json.detect_encoding(zeros[:n]) for n in (4, 3, 2, 1)))
