text = """The rain in Spain
stays mainly in the plain.
In Spain it rains!"""
words = text.lower().replace(".", "").replace("!", "").split()
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3], len(words), len(set(words)), max(words, key=len), [w for w in words if w.endswith("ain")])
print([line.title() for line in text.splitlines()], sum(map(len, words)) / len(words), " ".join(w[::-1] for w in words[:3]), text.count("ain"), text.find("Spain", 20))
def caesar(s, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("abc xyz", 5), -5), "".join(sorted("listen")) == "".join(sorted("silent")), "A man a plan".replace(" ", "").lower()[::-1])
csv = "name,age\nAl,30\nBo,25"; head, *rows = [r.split(",") for r in csv.split("\n")]; recs = [dict(zip(head, r)) for r in rows]; print(recs, sum(int(r["age"]) for r in recs) / len(recs))
for n, name in enumerate(["a", "bb", "ccc"], 1): print(f"{n:>2}. {name:<5}|{n * 1.5:6.2f}|{n:03d}|{name!r:>6}")
vowels = sum(c in "aeiou" for c in text.lower()); print(vowels, {v: text.lower().count(v) for v in "aeiou"}, "-".join("abc").split("-"), "x=1;y=2".split(";"), dict(p.split("=") for p in "x=1;y=2".split(";")))
print("\t".join(["a", "b"]), "%-10s|%5.1f%%" % ("rate", 45.678), "{:,}".format(1234567), "{:>8}{:<8}{:^8}|".format("r", "l", "c"), "abc".translate(str.maketrans("abc", "123")), "hello"[1:-1], ("ab" * 3).partition("ba"))
