#!/usr/bin/python3
"""Records what ansible-inventory makes of the inventories of these tests.

    record.py CASE... > outcomes

Each case is a file that names its sources and holds the files of the inventory, see RecordedInventoriesTest. It needs
ansible-core (Debian: apt-get install ansible-core). One line of JSON is written for each case, in the order given.
"""
import json
import os
import sys
import tempfile

# Nobody's own settings may play a part.
SETTINGS = tempfile.mkstemp(suffix=".cfg")[1]
os.environ.update(LC_ALL="C.UTF-8", ANSIBLE_CONFIG=SETTINGS)

from ansible.cli.inventory import InventoryCLI  # noqa: E402  (reads the environment)


def parts(case):
    """The settings and the files of a case."""
    settings, files, lines = {}, {}, None
    with open(case, encoding="utf-8") as text:
        for line in text:
            if line.startswith("=== "):
                lines = files.setdefault(line[4:].strip(), [])
            elif lines is not None:
                lines.append(line)
            elif ":" in line and not line.startswith("#"):
                key, value = line.split(":", 1)
                settings[key.strip()] = value.strip()
    return settings, {path: "".join(content) for path, content in files.items()}


def rendered(sources, playbook):
    """What Ansible makes of each variable's Jinja; nothing where it fails."""
    from ansible.inventory.manager import InventoryManager
    from ansible.parsing.dataloader import DataLoader
    from ansible.template import Templar
    from ansible.vars.manager import VariableManager

    loader = DataLoader()
    loader.set_basedir(playbook)
    inventory = InventoryManager(loader=loader, sources=sources)
    manager = VariableManager(loader=loader, inventory=inventory)
    values = {}
    for host in inventory.get_hosts():
        variables = manager.get_vars(host=host, include_hostvars=False, stage="all")
        templar = Templar(loader=loader, variables=variables)
        values[host.name] = {}
        for name, value in variables.items():
            if not isinstance(value, (dict, list)):
                try:
                    values[host.name][name] = {"value": templar.template(value)}
                except Exception:
                    values[host.name][name] = {}
    return values


def run(command, folder):
    """Runs the command in a process of its own, which saves its start; exit code, output and errors."""
    outputs = [os.path.join(folder, name) for name in ("..stdout", "..stderr")]
    child = os.fork()
    if child == 0:
        for descriptor, output in enumerate(outputs, 1):
            os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT), descriptor)
        code = 0
        try:
            InventoryCLI.cli_executor(command)
        except SystemExit as end:
            code = end.code or 0
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    texts = []
    for output in outputs:
        with open(output, encoding="utf-8") as text:
            texts.append(text.read())
        os.remove(output)
    return code, *texts


def record(case):
    settings, files = parts(case)
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            os.makedirs(os.path.join(folder, os.path.dirname(path)), exist_ok=True)
            if path.endswith("/"):
                continue
            with open(os.path.join(folder, path), "w", encoding="utf-8") as out:
                out.write(content)
        playbook = os.path.join(folder, settings.get("playbook", "no-playbook"))
        os.makedirs(playbook, exist_ok=True)
        os.chdir(playbook)
        sources = [os.path.join(folder, source) for source in settings["sources"].split()]
        command = ["ansible-inventory", "--list", "--playbook-dir", playbook]
        for source in sources:
            command += ["-i", source]
        code, listing, complaints = run(command, folder)
        failed = code != 0 or "Unable to parse" in complaints or "Failed to parse" in complaints
        outcome = {"case": os.path.splitext(os.path.basename(case))[0], "failed": failed}
        if not failed:
            listed = json.loads(listing)
            outcome["hosts"] = listed.pop("_meta")["hostvars"]
            outcome["groups"] = listed
            if settings.get("jinja") == "rendered":
                outcome["rendered"] = rendered(sources, playbook)
        elif os.environ.get("SHOW_FAILURES"):
            print(case, complaints, file=sys.stderr)
        os.chdir("/")
        return json.dumps(outcome, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


for each in [os.path.abspath(case) for case in sys.argv[1:]]:
    print(record(each), flush=True)
os.remove(SETTINGS)
