import multiprocessing as mp
import os
import sys
import tempfile


def look():
    print(os.environ.get("COLOUR"), os.environ.get("HOME_OF_ALL"), "USER" in os.environ, os.path.basename(os.getcwd()), sys.argv[1:])


if __name__ == "__main__":
    os.environ["USER"] = "me"
    folder = os.path.join(tempfile.mkdtemp(), "place")
    os.mkdir(folder)
    os.environ["COLOUR"] = "red"
    del os.environ["USER"]
    os.chdir(folder)
    sys.argv.append("--more")
    for method in ("fork", "spawn", "forkserver"):
        process = mp.get_context(method).Process(target=look)
        process.start()
        process.join()
    with mp.Pool(1) as pool:
        pool.apply(look)
