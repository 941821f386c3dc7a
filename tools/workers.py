#!/usr/bin/env python3
"""Measures how much of a run is serial, and simulates the run on more cores.

usage: tools/workers.py DOCUMENTS... (default: samples)

The script runs `chancery run DOCUMENTS` with one thread and with two threads. To measure the start of the program, it also runs `chancery run` on the sample documents.
It reads the CPU time of each thread from /proc, so it needs Linux. The main thread does the serial work: it starts the program, lists the inputs and publishes the finished parts. The other
threads process the parts. The simulation gives each part to the next free worker, in order. It assumes that the time for a part is proportional to the size of its text. Build the program first:
cargo build --release -p chancery-cli
"""

import heapq
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHANCERY = ROOT / "target/release/chancery"
TICKS = os.sysconf("SC_CLK_TCK")
# The script also simulates an input that is this many times as large, because a run with few parts cannot use many workers.
LARGER = 50


def threads(pid):
    """Returns the CPU seconds of each thread of a process."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            fields = (task / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # The thread has just ended.
        found[int(task.name)] = (int(fields[11]) + int(fields[12])) / TICKS
    return found


def measure(documents, count, out):
    """Runs the command. Returns its time, and the CPU seconds of the main thread and of the other threads."""
    begin, last = time.monotonic(), {}
    command = [CHANCERY, "run", *documents, "--out", out, "--force", "--quiet", "--threads", str(count)]
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            try:
                last.update(threads(process.pid))
            except OSError:
                break
            time.sleep(0.02)
        elapsed = time.monotonic() - begin
    if process.returncode not in (0, 1):
        sys.exit(f"`chancery run` ended with exit code {process.returncode}")
    main = last.pop(process.pid, 0.0)
    return elapsed, main, sum(last.values())


def simulated(serial, parallel, parts, workers):
    """Returns the time of a run with this number of workers."""
    total = sum(parts)
    free = [0.0] * workers
    for part in parts:
        heapq.heapreplace(free, free[0] + parallel * part / total)
    return serial + max(free)


def main():
    if not CHANCERY.is_file():
        sys.exit(f"{CHANCERY} does not exist; build it first: cargo build --release -p chancery-cli")
    documents = sys.argv[1:] or [str(ROOT / "samples")]
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        one, *_ = measure(documents, 1, out)
        two, serial, parallel = measure(documents, 2, out)
        manifest = json.loads(Path(out, "manifest.json").read_text())
        _, start, _ = measure([str(ROOT / "samples")], 1, out)
    parts = [part["bytes"] for part in manifest["parts"]]
    print(f"{len(parts)} parts; serial {serial:.2f} s, parallel {parallel:.2f} s of CPU: {100 * serial / (serial + parallel):.1f} % of the CPU time is serial")
    print(f"measured: {one:.2f} s with one thread, {two:.2f} s with two ({one / two:.2f} times as fast)")
    for times in (1, LARGER):
        # The program starts only once. The simulation assumes that all other serial work delays every worker.
        work = (start + times * max(serial - start, 0.0), times * parallel, times * parts)
        base = simulated(*work, 1)
        speeds = ", ".join(f"{base / simulated(*work, workers):.1f} with {workers}" for workers in (2, 4, 8, 16, 32, 64))
        print(f"simulated, {times} times these documents: times as fast as with one worker: {speeds}")


if __name__ == "__main__":
    main()
