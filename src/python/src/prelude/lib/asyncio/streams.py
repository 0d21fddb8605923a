"""asyncio.streams: placeholder until the network is joined."""
__all__ = ()
