ages = {"al": 3}
print(ages["bo"])
