"""requests.adapters: what carries requests; here always the simulated network."""

DEFAULT_POOLSIZE = 10


class Retry:
    def __init__(self, total=10, **kwargs):
        self.total = total
        self.status_forcelist = set(kwargs.get('status_forcelist') or ())
        self.backoff_factor = kwargs.get('backoff_factor', 0)


class BaseAdapter:
    pass


class HTTPAdapter(BaseAdapter):
    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=0, pool_block=False):
        self.max_retries = max_retries if isinstance(max_retries, int) else max_retries.total
        self._retry = None if isinstance(max_retries, int) else max_retries
        self.pool_connections = pool_connections
        self.pool_maxsize = pool_maxsize

    def close(self):
        pass
