def outer():
    def inner():
        raise LookupError("deep")
    inner()
outer()
