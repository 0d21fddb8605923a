"""urllib.robotparser: the rules of a robots.txt."""

import urllib.parse
import urllib.request


class RobotFileParser:
    def __init__(self, url=''):
        self.set_url(url)
        self._rules = []
        self._read = False

    def set_url(self, url):
        self.url = url

    def mtime(self):
        return 0

    def modified(self):
        self._read = True

    def read(self):
        with urllib.request.urlopen(self.url) as reply:
            self.parse(reply.read().decode().splitlines())

    def parse(self, lines):
        self._read = True
        agents, fresh = [], True
        for line in lines:
            name, mark, value = line.partition('#')[0].partition(':')
            name, value = name.strip().lower(), value.strip()
            if not mark:
                continue
            if name == 'user-agent':
                if not fresh:
                    agents, fresh = [], True
                agents.append(value.lower())
            elif name in ('allow', 'disallow'):
                fresh = False
                for agent in agents:
                    self._rules.append((agent, value, name == 'allow' or not value))

    def can_fetch(self, useragent, url):
        if not self._read:
            return False
        path = urllib.parse.urlparse(url).path or '/'
        agent = useragent.partition('/')[0].lower()
        for wanted in (agent, '*'):
            rules = [rule for rule in self._rules if rule[0] == wanted]
            for _, prefix, allowed in rules:
                if path.startswith(prefix):
                    return allowed
            if rules:
                return True
        return True
