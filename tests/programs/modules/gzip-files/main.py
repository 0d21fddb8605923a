import gzip
import io

data = b'line one\nline two\nline three\n' * 50
packed = gzip.compress(data, mtime=0)
print(gzip.decompress(packed) == data, packed[:4], gzip.decompress(packed + gzip.compress(b'second')) == data + b'second')
with gzip.open('out.gz', 'wb') as f:
    f.write(data)
    f.write(b'last')
with gzip.open('out.gz') as f:
    print(f.read(8), f.readline(), f.tell(), len(f.read()))
with gzip.open('text.gz', 'wt', encoding='utf-8') as f:
    f.write('héllo\nwörld\n')
with gzip.open('text.gz', 'rt', encoding='utf-8') as f:
    print([line.rstrip() for line in f])
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode='wb') as f:
    f.write(b'abc')
print(gzip.GzipFile(fileobj=io.BytesIO(buffer.getvalue())).read())
for bad in (b'abcdefg', packed[:20], packed[:-5] + b'xxxxx'):
    try:
        gzip.decompress(bad)
    except Exception as e:
        print(type(e).__name__, e if isinstance(e, EOFError) else '')
try:
    gzip.open('out.gz', 'rtb')
except ValueError as e:
    print(e)
