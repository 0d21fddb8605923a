"""platform: the simulated machine, in constants."""

from collections import namedtuple

import sys

uname_result = namedtuple('uname_result', 'system node release version machine')


def system():
    return 'Linux'


def node():
    return 'interleave'


def release():
    return '6.0.0-interleave'


def version():
    return '#1 SMP'


def machine():
    return 'x86_64'


def processor():
    return 'x86_64'


def architecture(executable=None, bits='', linkage=''):
    return ('64bit', 'ELF')


def uname():
    return uname_result(system(), node(), release(), version(), machine())


def platform(aliased=False, terse=False):
    return 'Linux-6.0.0-interleave-x86_64-with-glibc2.35' if not terse else 'Linux-6.0.0-interleave'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return ('glibc', '2.35')


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return (release, versioninfo, machine)


def win32_ver(release='', version='', csd='', ptype=''):
    return (release, version, csd, ptype)


def freedesktop_os_release():
    return {'NAME': 'Interleave', 'ID': 'interleave', 'PRETTY_NAME': 'Interleave'}


def python_implementation():
    return 'CPython'


def python_version():
    return '.'.join(str(part) for part in sys.version_info[:3])


def python_version_tuple():
    return tuple(str(part) for part in sys.version_info[:3])


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return ('main', 'Jan  1 2026 00:00:00')


def python_compiler():
    return 'Interleave'
