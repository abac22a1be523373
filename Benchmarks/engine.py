"""The engine, for the scripts beside this file that measure it."""
import functools
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


@functools.cache
def built():
    """The program, built for release."""
    build = ["swift", "build", "-c", "release", "--package-path", str(ROOT)]
    subprocess.run([*build, "--product", "mobility"], check=True, stdout=sys.stderr)
    return subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip() + "/mobility"


def run(program, *arguments, **options):
    """Runs it without its results; ends where it fails."""
    done = subprocess.run([program, *map(str, arguments)], stdout=subprocess.DEVNULL, **options)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}: exit code {done.returncode}\n{done.stderr or ''}")
