import json
class ConfigError(Exception):
    """Raised when the config is wrong."""
    def __init__(self, key, reason="missing"):
        super().__init__(key, reason)
        self.key = key
    def __str__(self): return f"{self.key}: {self.args[1]}"
def load(text):
    try:
        return json.loads(text)
    except json.JSONDecodeError as err:
        raise ConfigError("json", f"line {err.lineno} column {err.colno}") from err
def get(cfg, *path):
    cur = cfg
    for p in path:
        try:
            cur = cur[p]
        except (KeyError, TypeError):
            e = ConfigError(".".join(map(str, path)))
            e.add_note("looked in " + repr(cur))
            e.add_note("second note\nwith two lines")
            raise e
    return cur
cfg = load('{"a": {"b": [1, 2, {"c": null}]}}')
print(get(cfg, "a", "b", 2, "c"))
for t in ['{', '{"a" 1}', '[1,]', '', 'nul', '{"a":1} x', '"\\x"', '[1 2]', '{1:2}', '"abc', '01', '-', '[', '{"a":']:
    try: load(t)
    except ConfigError as e: print(repr(t), e, "|", e.__cause__)
def main():
    return [get(cfg, "a", k) for k in ("b", "z")][0]
main()
