"""asyncio.subprocess: other programs do not exist on the simulated machine; Python ones are `multiprocessing`'s."""

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE = -1
STDOUT = -2
DEVNULL = -3


async def create_subprocess_exec(program, *args, **kwargs):
    raise FileNotFoundError(2, 'No such file or directory', program)


async def create_subprocess_shell(cmd, **kwargs):
    raise FileNotFoundError(2, 'No such file or directory', '/bin/sh')
