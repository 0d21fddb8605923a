"""ssl: TLS on the simulated network: a handshake that takes its time, and no encryption to see."""

import _net

PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = 2, 16, 17
CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2
OP_NO_SSLv2, OP_NO_SSLv3 = 0, 1 << 25
OPENSSL_VERSION = 'no OpenSSL: simulated by Interleave'
HAS_SNI = True


class SSLError(OSError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError


class Purpose:
    SERVER_AUTH = 'SERVER_AUTH'
    CLIENT_AUTH = 'CLIENT_AUTH'


class SSLContext:
    def __init__(self, protocol=PROTOCOL_TLS):
        self.protocol = protocol
        self.check_hostname = protocol == PROTOCOL_TLS_CLIENT
        self.verify_mode = CERT_REQUIRED if self.check_hostname else CERT_NONE
        self.options = 0

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        remote = sock._remote
        if remote is not None:
            remote.secure = True
            _net.wait(2 * _net.round_trip_nanos(remote.host), f'the TLS handshake with {remote.host}')
        return sock

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        pass

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        pass

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        pass

    def set_ciphers(self, ciphers):
        pass


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    return SSLContext(PROTOCOL_TLS_CLIENT)


def _create_unverified_context(protocol=None, **kwargs):
    return SSLContext(PROTOCOL_TLS)


def wrap_socket(sock, *args, **kwargs):
    return SSLContext().wrap_socket(sock)
