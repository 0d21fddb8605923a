"""linecache gives the program's own lines and those of files."""
import linecache

print(repr(linecache.getline(__file__, 1)))
print(repr(linecache.getline(__file__, 9999)), linecache.getline("absent.py", 1) == "")
with open("notes.txt", "w") as file:
    file.write("first\nsecond")
print(linecache.getlines("notes.txt"))
with open("notes.txt", "a") as file:
    file.write(" more\n")
linecache.checkcache("notes.txt")
print(linecache.getlines("notes.txt"))
linecache.clearcache()
