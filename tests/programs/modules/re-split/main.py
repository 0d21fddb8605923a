import re

print(re.split(r'[,;]\s*', 'a, b;c'), re.split('(-)', 'a-b-c'), re.split('(-)|(x)', 'a-bxc'))
print(re.split('x', 'abc'), re.split(r'\s+', ' a b '), re.split(r'\d', 'a1b2c3', 2))
print(re.split('', 'abc'), re.split('x*', 'axbc'), re.split(r'\b', 'hi there'), re.split(r'(?<=,)', 'a,b,c'))
print(re.split('(?i)AND', 'x and y AND z'), re.compile(',').split('a,b', maxsplit=0), re.split(',', ''))
print(re.split(r'([+*/-])', '3+4*10-2'), re.split('[ab]', 'XaYbZ', maxsplit=1))
