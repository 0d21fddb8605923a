doc = """starts
and never ends
print(doc)
