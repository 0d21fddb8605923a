"""html: escaping text for HTML and back. Of the named characters of HTML, those that texts use."""

import re

__all__ = ['escape', 'unescape']

_NAMED = dict(zip(
    'amp lt gt quot apos nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn '
    'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest'.split(),
    '&<>"\'' + ''.join(map(chr, range(0xA0, 0xC0)))))
_NAMED.update(zip(
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde '
    'Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde '
    'auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml '
    'divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(), map(chr, range(0xC0, 0x100))))
_NAMED.update({
    'ndash': '–', 'mdash': '—', 'lsquo': '‘', 'rsquo': '’', 'ldquo': '“', 'rdquo': '”', 'bull': '•', 'hellip': '…',
    'euro': '€', 'trade': '™', 'larr': '←', 'uarr': '↑', 'rarr': '→', 'darr': '↓', 'harr': '↔', 'infin': '∞',
    'ne': '≠', 'le': '≤', 'ge': '≥', 'sum': '∑', 'radic': '√', 'hearts': '♥', 'spades': '♠', 'clubs': '♣',
    'diams': '♦', 'alpha': 'α', 'beta': 'β', 'gamma': 'γ', 'delta': 'δ', 'pi': 'π', 'sigma': 'σ', 'omega': 'ω',
    'lambda': 'λ', 'mu': 'μ', 'Omega': 'Ω', 'Delta': 'Δ', 'Sigma': 'Σ', 'OElig': 'Œ', 'oelig': 'œ', 'Scaron': 'Š',
    'scaron': 'š', 'dagger': '†', 'permil': '‰', 'lsaquo': '‹', 'rsaquo': '›', 'sbquo': '‚', 'bdquo': '„',
})

#: What browsers make of the numbers of control characters: the code page of Windows.
_WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

#: Names of Latin 1 that HTML also takes without their semicolon.
_BARE = sorted(('amp', 'lt', 'gt', 'quot', *(n for n, c in _NAMED.items() if 0xA0 <= ord(c) < 0x100)), key=len, reverse=True)

_reference = re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _character(match):
    word = match.group(1)
    if word[0] == '#':
        digits = word[1:].rstrip(';')
        number = int(digits[1:], 16) if digits[0] in 'xX' else int(digits)
        if 0x80 <= number <= 0x9F:
            return _WINDOWS[number - 0x80]
        if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            return '\uFFFD'
        return chr(number)
    name = word.rstrip(';')
    if word.endswith(';') and name in _NAMED:
        return _NAMED[name]
    for bare in _BARE:
        if name.startswith(bare):
            return _NAMED[bare] + word[len(bare):]
    return '&' + word


def unescape(s):
    return _reference.sub(_character, s) if '&' in s else s
