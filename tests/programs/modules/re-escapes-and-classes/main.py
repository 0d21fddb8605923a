import re

print(re.findall(r'\x41\u0042\U00000043\103\t', 'ABCC\t'), re.match('[\\x41-\\x43]+', 'ABCD').group(), re.match(r'[\]\-a]+', ']-a').group())
print(re.findall('[]a]', ']ab'), re.findall('[^]a]', ']ab'), re.findall('[a-]', 'a-b'), re.findall(r'[\w.]+', 'a.b c'), re.findall('[.*+]', '.a*'))
print(re.findall(r'\d', '1٣a'), re.findall(r'\D', '1a'), re.findall(r'\s', 'a \t\n\u2003b'), re.findall(r'\S', ' a '), re.findall(r'[\s\d]', 'a 1'), re.findall(r'[^\s\d]', 'a 1'))
print(re.findall(r'\bfoo\b', 'foo foobar foo'), re.findall(r'\Bo', 'oboo'), re.findall(r'\Aa', 'aa'), re.match('\\b', ''), re.match('\\B', ''))
print(re.escape('a.b*c d-e#f~g\n'), re.escape(b'a+b'), re.escape('é!"%'), re.match(re.escape('1+1=2?'), '1+1=2?'))
print(re.match('[\\a\\b\\f\\n\\r\\t\\v\\\\]+', '\a\b\f\n\r\t\v\\').span(), re.match('\\0', '\0'), re.match(r'\07', '\a'), re.match(r'[\0-\7]', '\3'))
print(re.match('.', '\n'), re.match('世.', '世界').group(), re.findall('[一-龥]', 'a世b界'), re.search('é', 'caf\u00e9').span(), re.findall('.', '😀a'))
print(re.match(r'\.\$\^\{\[\(\|\)\*\+\?\\', '.$^{[(|)*+?\\').end())
