# JSON there and back.
import json

people = [
    {"id": i, "name": f"person {i}", "tags": ["a", "b", f"t{i % 7}"], "score": i * 0.5, "active": i % 3 == 0, "boss": None}
    for i in range(4000)
]
text = json.dumps(people)
back = json.loads(text)
assert back == people
print(len(text), sum(p["id"] for p in back), json.dumps(back[7], sort_keys=True))
