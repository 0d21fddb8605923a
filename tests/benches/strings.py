# Text: formatted, joined, split, turned around.
def lines(n):
    parts = []
    for i in range(n):
        parts.append(f"{i:05d}:{i * 3 % 11}")
    return ",".join(parts)


text = lines(150_000)
words = text.split(",")
longest = ""
for word in words:
    if word[::-1] > longest:
        longest = word[::-1]
print(len(text), len(words), longest, text.count("7"), words[-1].upper())
