def greet(name):
    print(name)
greet("Al", "Bo")
