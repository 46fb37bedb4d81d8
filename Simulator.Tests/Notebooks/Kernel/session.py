"""Does in a Jupyter kernel what a person does, and prints as JSON what came of it. Run by JupyterTests."""

import json
import os
import signal
import time

from jupyter_client.manager import start_new_kernel

PATIENCE = 60
found = {}
manager, client = start_new_kernel(kernel_name=".net-csharp", startup_timeout=PATIENCE)


def shown(message):
    content = message["content"]
    kind = message["msg_type"]
    if kind == "stream":
        return f"stream {content['name']} {content['text']}"
    if kind == "error":
        return "error " + content["traceback"][0].replace("\x1b[31m", "").replace("\x1b[0m", "")
    forms = sorted(content["data"])
    return f"{kind} {forms[0]} {content['data'][forms[0]]}" if len(forms) == 1 else f"{kind} {' '.join(forms)}"


def wait_for(cell, *states):
    """Collects what the cell shows until its state or its output is one of these."""
    outputs = []
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") != cell:
            continue
        if message["msg_type"] == "status":
            if message["content"]["execution_state"] in states:
                return "|".join(outputs)
        elif message["msg_type"] != "execute_input":
            outputs.append(shown(message))
            if message["msg_type"] in states:
                return "|".join(outputs)


def run(code):
    cell = client.execute(code, stop_on_error=False)
    outputs = wait_for(cell, "idle")
    client.get_shell_msg(timeout=PATIENCE)
    return outputs


def interrupt(code):
    cell = client.execute(code, stop_on_error=False)
    wait_for(cell, "stream")
    time.sleep(0.3)
    start = time.monotonic()
    manager.interrupt_kernel()
    outputs = wait_for(cell, "idle")
    client.get_shell_msg(timeout=PATIENCE)
    return outputs, time.monotonic() - start


def reply(request):
    while True:
        message = client.get_shell_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == request:
            return message["content"]


def exists(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] != "Z"


found["value"] = run("int kept = 7;\n1 + 1")
found["rich"] = run('Console.WriteLine("a"); display(new[] { new { A = 1 } }); Console.Error.WriteLine("b");')
found["compile error"] = run("int b = 1;\nb+c")
found["exception"] = run("int zero = 0;\n1 / zero")
found["interrupted"], found["interrupted after"] = interrupt("Console.WriteLine(1);\nwhile (true) ;")
found["kept"] = run("kept")
found["asleep"], _ = interrupt("Console.WriteLine(1);\nThread.Sleep(-1);")
found["completion"] = reply(client.complete("/*😀*/ kept.Comp", 15))
found["inspection"] = reply(client.inspect("Math.Sqrt(", 10))
found["unfinished"] = reply(client.is_complete("if (kept > 1) {"))
found["ended"] = run("Environment.Exit(3);")
found["after the end"] = run("1")
manager.restart_kernel(now=False)
client.wait_for_ready(timeout=PATIENCE)
found["restarted"] = run("kept")

engine = int(run("Environment.ProcessId").split()[-1])
cell = client.execute("Console.WriteLine(1);\nwhile (true) ;", stop_on_error=False)
wait_for(cell, "stream")
before = exists(engine)
os.kill(manager.provisioner.pid, signal.SIGKILL)
deadline = time.monotonic() + 20
while exists(engine) and time.monotonic() < deadline:
    time.sleep(0.1)
found["engine runs before and after the kernel was killed"] = [before, exists(engine)]

found["addresses"] = sorted({manager.ip})
client.stop_channels()
manager.shutdown_kernel(now=True)
print(json.dumps(found))
