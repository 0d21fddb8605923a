import re
import threading
import time

# exponential backtracking: bounded work here, and it takes virtual time
started = time.perf_counter()
print(re.match(r'(x+x+)+y', 'x' * 18))
print(time.perf_counter() > started)
print(re.match(r'(a|a)*b', 'a' * 16))
print(re.match('(?:a*)*b', 'a' * 14), re.match('(.*)*x', 'y' * 12))
print(len(re.match('(?:ab|a|b)*', 'ab' * 20000).group()), re.match('(?:.|\n)*', 'a\n' * 5000).end())
print(re.sub('(a+)+$', 'x', 'aaa b'))
