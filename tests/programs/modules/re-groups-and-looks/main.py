import re

print(re.match(r'(?:(a)|b)*', 'ab').groups(), re.match(r'(?:(a)|(b)|c)*', 'abc').groups(), re.match('(a*)*', 'aa').groups())
print(re.match(r'(a)?b\1?', 'b'), re.match(r'(<)?(\w+@\w+)(?(1)>|$)', '<a@b>'), re.match(r'(<)?(\w+@\w+)(?(1)>|$)', '<a@b'))
print(re.match('(?P<q>[\'"])(.*?)(?P=q)', '"it\'s" x').group(2))
print(re.findall(r'(?<=\$)\d+', '$10 20 $30'), re.findall(r'(?<!\$)\b\d+', '$10 20 $30'), re.findall(r'\w+(?=,)', 'a, b c,'), re.findall(r'\b(?!the)\w+', 'the cat'))
print(re.match(r'(?=(\w+))\1:', 'abc:'), re.search('(?<=a|b)c', 'bc'), re.search(r'(?<=(.)\.)x', 'a.x').groups() if False else '')
print(re.match('(?>a+)ab', 'aaab'), re.match('a++ab', 'aaab'), re.match('a*+b', 'aab'), re.match('(?:ab)?+abc', 'abc'), re.match('a{1,2}+b', 'aab'))
print(re.match('(a|ab)(c|bcd)(d*)', 'abcd').groups(), re.match('(.*?)(b+)(.*)', 'aabbcc').groups(), re.match('(a+?)(a*)', 'aaa').groups())
print(re.match('(?:a|b){2,3}?c', 'abc'), re.match('(a{2}){2}', 'aaaa').group(1), re.match('x{,2}y', 'xxy'), re.match('x{2}', 'x'), re.match('x{', 'x{'), re.match('x{,}', 'xxx').group())
print(re.match('(?:)*a', 'a'), re.match('(?:a?)*?b', 'aab'), re.match('(a?)*b', 'aab').groups(), re.match('(|a)+', 'aaa').span())
print(re.match(r'((.)(?!\2))+', 'abcc').group(), re.search(r'(\w)\1', 'hello').group(), re.match(r'(\w+) \1', 'the the').group())
print(re.match('(?!)', 'a'), re.match('a|', 'b'), re.match('(?:(?:(?:a)))', 'a'), re.search('(?:^|,)b', 'a,b').span())
print(re.match(r'(?P<a>x)(?(a)y|z)', 'xy'), re.match(r'(?P<a>x)?(?(a)y|z)', 'z'), re.match('(a)?(?(1)b)c', 'c'))
