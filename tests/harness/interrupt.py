"""Signals at many moments of a run."""

import collections
import os
import signal
import subprocess
import time

from workplace import COMMANDS, Workplace

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL, signal.SIGPIPE]


# Before this many seconds a process may not have begun to ignore what it ignores.
BEGUN = 0.05


def duration(place, command):
    """How long the command takes, in seconds: the longest of three."""
    longest = 0
    for _ in range(3):
        place.reset(command)
        begun = time.monotonic()
        place.call(command.arguments)
        longest = max(longest, time.monotonic() - begun)
    return longest


def moments(count, length):
    """Half of them spread over the run, half in its last third, where files are written and named."""
    half = count // 2
    spread = [length * n / half for n in range(half)]
    late = [length * (0.66 + 0.4 * n / (count - half)) for n in range(count - half)]
    return spread + late


def run(binary, count):
    place, found, ends = Workplace(binary), [], collections.Counter()
    tried = 0
    for command in COMMANDS:
        place.results(command)
        length = duration(place, command)
        for number in SIGNALS:
            for moment in moments(count, length):
                before = place.reset(command)
                child = place.start(command.arguments)
                try:
                    child.wait(moment)
                except subprocess.TimeoutExpired:
                    child.send_signal(number)
                _, said = child.communicate(timeout=60)
                tried += 1
                # A pipe that is closed is met by whoever writes to it; the signal alone ends nothing.
                allowed = (0,) if number == signal.SIGPIPE and moment > BEGUN else (0, -number)
                wrong = place.faults(command, before, killed=number == signal.SIGKILL)
                if child.returncode not in allowed:
                    wrong.append(f"ends with {child.returncode}: {said[-200:]}")
                ends[number.name if child.returncode else "done before"] += 1
                found += [f"{command.name}, {number.name} after {moment:.4f} s: {what}" for what in wrong]
    found += by_shell(place)
    place.close()
    by = ", ".join(f"{name} {times}" for name, times in sorted(ends.items()))
    return f"{tried} runs ({count} moments × {len(SIGNALS)} signals × {len(COMMANDS)} commands; ended by {by})", found


def by_shell(place):
    """The exit codes as a shell tells them, and a signal that is to be ignored."""
    found = []
    waits = "mkfifo wait.txt; exec 9<>wait.txt; "
    # The shell waits for it in the foreground: what a shell without a terminal puts behind itself ignores interrupts.
    command = f"sh -c 'echo $$ > pid; exec \"{place.binary}\" wait.txt B.txt -o out/new.csv'; echo $?"
    for before, signals, code in (
        ("", ["INT"], 130),
        ("", ["TERM"], 143),
        ("", ["HUP"], 129),
        ("trap '' HUP; ", ["HUP", "TERM"], 143),
        ("trap '' INT; ", ["INT", "HUP"], 129),
    ):
        sent = "; ".join(f"sleep 0.3; kill -{name} $(cat pid)" for name in signals)
        said = subprocess.run(
            ["bash", "-c", f"{before}{waits}({sent}) & {command}"],
            cwd=place.folder,
            env=place.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )
        if said.stdout.split() != [str(code)]:
            found.append(f"{before}{' and '.join(signals)} in a shell: {said.stdout!r}, not {code}: {said.stderr}")
        os.remove(place.path("wait.txt"))
    return found
