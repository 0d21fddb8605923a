try:
    {}["k"]
except KeyError:
    [][0]
