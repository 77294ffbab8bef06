"""A system that refuses: disks that are full, limits, folders that nobody may write to or that are gone."""

import os
import resource
import shutil
import subprocess
import threading
import time

from workplace import COMMANDS, Workplace

TROUBLE = 2


def limited(what, value):
    """Has a child begin with a limit, as `ulimit` sets it."""
    return lambda: resource.setrlimit(what, (value, value))


def run(binary, count):
    place, found = Workplace(binary), []
    checks = [file_size, memory, full_device, closed_pipe, read_only, vanishing, descriptors, threads]
    tried = 0
    for check in checks:
        for runs, wrong in check(place, count):
            tried += runs
            found += [f"{check.__name__}: {what}" for what in wrong]
    place.close()
    return f"{tried} runs ({', '.join(check.__name__ for check in checks)})", found


def trouble(done, allowed=(TROUBLE,), may_panic=False):
    """What is wrong with how a run has ended: the exit code, no message, or a panic, unless that is the runtime's own."""
    wrong = []
    if done.returncode not in allowed:
        wrong.append(f"ends with {done.returncode}: {done.stderr[-200:]}")
    elif done.returncode == TROUBLE and not done.stderr.strip():
        wrong.append("says nothing")
    if b"panicked" in done.stderr and not may_panic:
        wrong.append(f"panics: {done.stderr[-300:]}")
    return wrong


def file_size(place, count):
    """As on a disk that is full after so many bytes."""
    for command in COMMANDS:
        largest = max(len(content) for content in place.results(command).values())
        for n in range(count):
            limit = largest * n // count
            before = place.reset(command)
            done = place.call(command.arguments, preexec_fn=limited(resource.RLIMIT_FSIZE, limit))
            wrong = place.faults(command, before) + trouble(done, (TROUBLE, 0))
            if done.returncode == 0 and limit < largest // 2:
                wrong.append("succeeds")
            yield 1, [f"{command.name}, at most {limit} bytes: {what}" for what in wrong]


def memory(place, count):
    """Less and less memory."""
    for command in COMMANDS:
        for n in range(count):
            limit = (4 + 3 * n) * 1024 * 1024
            before = place.reset(command)
            done = place.call(command.arguments, preexec_fn=limited(resource.RLIMIT_AS, limit))
            # With next to nothing the system does not start it at all.
            if done.returncode in (-11, -9, 127) and limit < 24 * 1024 * 1024:
                continue
            # Where a thread cannot have its second stack, Rust itself panics before it aborts.
            wrong = place.faults(command, before) + trouble(done, (TROUBLE, 0), may_panic=True)
            yield 1, [f"{command.name}, at most {limit >> 20} MiB: {what}" for what in wrong]


def full_device(place, _):
    """A device without room, among files and as standard output."""
    for format in ("csv", "json", "html", "xlsx"):
        before = place.reset(COMMANDS[0])
        done = place.call(["A.txt", "B.txt", "-q", "-o", "out/t.csv", "-o", f"{format}:/dev/full"])
        yield 1, [f"{format}: {what}" for what in place.faults(COMMANDS[0], before) + trouble(done)]
    for arguments in (["A.txt", "B.txt"], ["A.txt", "B.txt", "--format", "json"], ["segment", "A.txt"], ["batch", "pairs.jsonl"],
                      ["learn", "A.txt", "B.txt"], ["--legend"], ["man"], ["completions", "bash"], ["evaluate", "g.vec", "g.vec"]):
        place.put("g.vec", b"[0]:[0]:0.1\n")
        with open("/dev/full", "wb") as full:
            done = place.call(arguments, stdout=full)
        yield 1, [f"{arguments[0]} to a full device: {what}" for what in trouble(done)]


def closed_pipe(place, _):
    """Whoever reads has seen enough: no trouble, no message."""
    for arguments in (["A.txt", "B.txt", "-q", "--format", "csv"], ["A.txt", "B.txt", "-q", "-o", "csv:/dev/stdout"],
                      ["segment", "A.txt"], ["batch", "pairs.jsonl", "-q"], ["learn", "A.txt", "B.txt", "-q"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = place.call(arguments, stdout=writer)
        os.close(writer)
        wrong = [] if (done.returncode, done.stderr) == (0, b"") else [f"ends with {done.returncode}: {done.stderr[-200:]}"]
        yield 1, [f"{' '.join(arguments)}: {what}" for what in wrong]


def read_only(place, _):
    """A folder that is read-only; root may write there all the same, so it needs a mount, or another user."""
    if os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode:
        return
    for command in COMMANDS:
        before = place.reset(command)
        quoted = " ".join([f"'{place.binary}'", *command.arguments])
        if os.geteuid() == 0:
            script = f"mount --bind out out && mount -o remount,ro,bind out && {quoted}"
            run = ["unshare", "--mount", "sh", "-c", script]
        else:
            os.chmod(place.path("out"), 0o555)
            run = ["sh", "-c", quoted]
        done = subprocess.run(run, cwd=place.folder, env=place.environment, capture_output=True)
        os.chmod(place.path("out"), 0o755)
        yield 1, [f"{command.name}: {what}" for what in place.faults(command, before) + trouble(done)]


def vanishing(place, count):
    """The folder of the targets is removed, or becomes a file, at some moment."""
    for command in COMMANDS:
        for n in range(max(count // 4, 1)):
            before = place.reset(command)
            child = place.start(command.arguments)
            time.sleep(0.01 * n)
            if n % 2:
                shutil.rmtree(place.path("out"), ignore_errors=True)
            else:
                os.rename(place.path("out"), place.path("elsewhere"))
            _, said = child.communicate(timeout=60)
            wrong = [] if child.returncode in (0, TROUBLE) and b"panicked" not in said else [f"ends with {child.returncode}: {said[-200:]}"]
            if n % 2 == 0:
                shutil.rmtree(place.path("out"), ignore_errors=True)
                os.rename(place.path("elsewhere"), place.path("out"))
                wrong += place.faults(command, before)
            os.makedirs(place.path("out"), exist_ok=True)
            yield 1, [f"{command.name}, after {0.01 * n:.2f} s: {what}" for what in wrong]


def descriptors(place, _):
    """Few open files."""
    for limit in (4, 6, 8, 12):
        before = place.reset(COMMANDS[0])
        done = place.call(COMMANDS[0].arguments, preexec_fn=limited(resource.RLIMIT_NOFILE, limit))
        yield 1, [f"{limit}: {what}" for what in place.faults(COMMANDS[0], before) + trouble(done, (TROUBLE, 0))]


def threads(place, _):
    """No more threads; the limit is none for root."""
    if os.geteuid() == 0:
        return
    for command in COMMANDS:
        before = place.reset(command)
        done = place.call(command.arguments, preexec_fn=limited(resource.RLIMIT_NPROC, threading.active_count()))
        yield 1, [f"{command.name}: {what}" for what in place.faults(command, before) + trouble(done, (TROUBLE, 0))]
