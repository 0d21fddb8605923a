import re

log = '''2024-01-05 10:22:31 ERROR [db] connection lost (code=42)
2024-01-05 10:22:35 INFO [web] GET /index.html 200 12ms
2024-01-05 10:23:01 WARN [web] slow request: 2301ms
bad line'''
entry = re.compile(r'^(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]{8}) (?P<level>[A-Z]+) \[(?P<mod>\w+)\] (?P<text>.*)$', re.M)
for m in entry.finditer(log):
    print(m.groupdict())
print(re.findall(r'(\d+)ms', log), sum(map(int, re.findall(r'(\d+)ms', log))))

def camel(name):
    return re.sub(r'_([a-z])', lambda m: m.group(1).upper(), name)

def snake(name):
    return re.sub(r'(?<!^)(?=[A-Z])', '_', name).lower()

print(camel('my_variable_name'), snake('MyVariableName'))
print(re.sub(r'(?<=\d)(?=(\d{3})+$)', ',', '1234567'))
email = re.compile(r'^[\w.+-]+@[\w-]+\.[\w.-]+$')
print([bool(email.match(s)) for s in ('a@b.co', 'a.b+c@d-e.org', 'bad@', '@x.y', 'a b@c.d')])
html = '<p class="x">Hello <b>World</b></p>'
print(re.findall(r'<(/?)(\w+)[^>]*>', html), re.sub(r'<[^>]+>', '', html))
print(re.match(r'^(?=.*[A-Z])(?=.*\d)(?=.*[a-z]).{6,}$', 'Passw0rd'), re.match(r'^(?=.*[A-Z])(?=.*\d).{6,}$', 'password'))
words = re.findall(r"[a-z']+", "The cat's hat; the CAT sat.".lower())
print(words, max(set(words), key=words.count))
print(re.sub(r'\s+', ' ', ' too   many\n spaces ').strip(), re.split(r'(?<=[.!?])\s+', 'One. Two! Three?'))
ip = re.compile(r'(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)')
print(ip.fullmatch('192.168.1.255'), ip.fullmatch('256.1.1.1'))
