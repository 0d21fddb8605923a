"""Digests for tests: all that they ask for are here."""


def requires_hashdigest(digestname, openssl=None, usedforsecurity=True):
    return lambda test: test
