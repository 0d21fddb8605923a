import json

print(json.loads('{"a": [1, -2.5e3, true, false, null, "x\\u00e9\\ud83d\\ude00\\n"], "b": {"c": {}}}'))
print(json.loads(' [1 , 2 ] '), json.loads('NaN'), json.loads('-Infinity'), json.loads('12345678901234567890'), json.loads('1E5'), json.loads('-0'), json.loads('-0.0'))
print(json.loads('{"a":1,"a":2}'), json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b'[1]')), json.loads('"\\/\\b\\f\\"\\\\"'))
print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
print(json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s + '!'), json.loads('[NaN, Infinity]', parse_constant=lambda s: s.lower()))
print(json.JSONDecoder().raw_decode('[1] tail'), json.loads('"a\tb"', strict=False), json.loads('[]'), json.loads('{}'), json.loads('""'))
