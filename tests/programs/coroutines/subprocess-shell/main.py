import asyncio
async def run(cmd):
    proc=await asyncio.create_subprocess_shell(cmd,stdout=asyncio.subprocess.PIPE,stderr=asyncio.subprocess.PIPE)
    stdout,stderr=await proc.communicate()
    print(f'[{cmd!r} exited with {proc.returncode}]')
    if stdout: print(f'[stdout]\n{stdout.decode()}')
    if stderr: print(f'[stderr]\n{stderr.decode()}')
async def main():
    await asyncio.gather(run('sleep 0.1; echo hello'),run('sleep 0.2; echo "world peace"'))
    await run('echo a b c | wc -w')
    await run('true && echo yes || echo no'); await run('false && echo yes || echo no')
    await run("printf 'x\\ny\\n' | grep y"); await run('seq 3 | sort -r')
    await run('nosuch'); await run('echo err >&2; exit 2')
asyncio.run(main())
