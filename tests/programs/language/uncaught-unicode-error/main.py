"café".encode("ascii")
