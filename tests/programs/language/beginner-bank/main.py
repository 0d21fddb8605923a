# a beginner's menu program with mistakes
accounts = {}
def create(name, deposit=0):
    if name in accounts:
        raise ValueError("Account already exists: " + name)
    accounts[name] = {"balance": deposit, "history": []}
def deposit(name, amount):
    accounts[name]["balance"] += amount
    accounts[name]["history"].append(("deposit", amount))
def report():
    print("=" * 30)
    print("Name".ljust(10), "Balance".rjust(12))
    for i, (name, acc) in enumerate(sorted(accounts.items()), start=1):
        print(f"{i:2}. {name:<10}{acc['balance']:>12,.2f}")
    print("=" * 30)
create("ann", 100); create("bob")
deposit("ann", 50.255); deposit("bob", 1234567)
report()
try: create("ann")
except ValueError as err: print("Error:", err)
try: deposit("carol", 5)
except KeyError as err: print("No such account:", err)
total = 0
for n in accounts: total += accounts[n]["balance"]
print("Total:", total, "Average: %.3f" % (total / len(accounts)))
print("Rich:", [n for n, a in accounts.items() if a["balance"] > 1000])
name = input("name: ")
age = input("age: ")
print("Next year you will be " + age + 1)
