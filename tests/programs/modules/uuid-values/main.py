"""UUIDs: made from parts, compared, printed."""
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.urn, u.version, u.variant)
print(uuid.UUID("{12345678123456781234567812345678}") == u, uuid.UUID(int=u.int) == u, uuid.UUID(bytes=u.bytes) == u, uuid.UUID(fields=u.fields) == u)
print(u.fields, u.time_low, u.clock_seq, u.node, u.bytes_le, hash(u) == hash(uuid.UUID(str(u))))
r = uuid.uuid4()
print(r.version, r.variant == uuid.RFC_4122, len(str(r)), r != uuid.uuid4(), len({uuid.uuid4() for _ in range(100)}))
print(uuid.uuid1().version, uuid.uuid1() != uuid.uuid1(), sorted([uuid.UUID(int=3), uuid.UUID(int=1)])[0])
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
for bad in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(int=-1), lambda: setattr(u, "int", 1)):
    try:
        bad()
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
