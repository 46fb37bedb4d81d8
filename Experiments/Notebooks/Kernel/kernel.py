"""Jupyter's side of the C# kernel: hands cells to the engine, a .NET process, as lines of JSON, and its outputs to Jupyter.

Started by Jupyter as kernel.json beside this file says; the engine's command stands there as well.
"""

import json
import queue
import subprocess
import threading
from pathlib import Path

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel

SPEC = json.loads(Path(__file__).with_name("kernel.json").read_text(encoding="utf-8"))
ABOUT = SPEC["metadata"]["simulation"]
SECONDS_TO_STOP = 5


class Engine:
    """The process that runs the cells. It ends by itself when this one does: its standard input ends then."""

    def __init__(self):
        self.answers = queue.Queue()
        self.lock = threading.Lock()
        self.last = 0
        self.running = None
        self.stopping = None
        self.process = subprocess.Popen(
            ABOUT["engine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            try:
                answer = json.loads(line)
                answer["event"]
            except (ValueError, TypeError, KeyError):
                # Written by a cell past the console, straight to the process's output.
                answer = {"id": 0, "event": "output", "output": {"output_type": "stream", "name": "stdout", "text": line}}
            self.answers.put(answer)
        self.answers.put(None)

    def send(self, **request):
        with self.lock:
            try:
                self.process.stdin.write(json.dumps(request) + "\n")
                self.process.stdin.flush()
            except (OSError, ValueError):
                pass  # It has ended; the end of its answers tells.

    def ask(self, do, code, cell, output=lambda message: None):
        """Sends a request and waits for its end. None: the engine has ended."""
        self.last += 1
        request = self.last
        self.running = request
        self.send(id=request, do=do, code=code, cell=cell)
        try:
            while True:
                try:
                    answer = self.answers.get()
                    if answer is None:
                        return None
                    if answer["event"] == "output":
                        if answer["id"] in (0, request):
                            output(answer["output"])
                    elif answer["id"] == request:
                        return answer
                except KeyboardInterrupt:
                    # A signal, where Jupyter sends one, instead of the message that kernel.json asks for.
                    self.interrupt()
        finally:
            self.running = None

    def interrupt(self):
        request = self.running
        if request is not None:
            self.stopping = request
            self.send(id=request, do="interrupt")
        return request

    def end(self):
        self.process.kill()
        self.process.wait()


class CSharpKernel(Kernel):
    implementation = "simulation"
    implementation_version = ABOUT["version"]
    banner = "C# " + ABOUT["version"]
    language_info = ABOUT["language_info"]

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.engine = Engine()

    def do_execute(self, code, silent, store_history=True, user_expressions=None, allow_stdin=False, **kwargs):
        if not code.strip():
            return self._reply({"user_expressions": {}})
        answer = self.engine.ask("execute", code, self.execution_count, (lambda message: None) if silent else self._show)
        if answer is None:
            return self._ended()
        error = answer.get("error")
        if error:
            return {
                "status": "error",
                "execution_count": self.execution_count,
                "ename": error["name"],
                "evalue": error["message"],
                "traceback": [],
            }
        return self._reply({"user_expressions": {}})

    def _show(self, output):
        content = {key: value for key, value in output.items() if key != "output_type"}
        if output["output_type"] == "error":
            first, *rest = content["traceback"]
            content["traceback"] = [f"\x1b[31m{first}\x1b[0m", *rest]  # Red, in the terminal's way, as Jupyter shows errors.
        self.send_response(self.iopub_socket, output["output_type"], content)

    def _reply(self, content):
        return {"status": "ok", "execution_count": self.execution_count, "payload": [], **content}

    def _ended(self):
        """The engine has ended, for good reason or ill: a new one is started, without what the old one knew."""
        code = self.engine.process.wait()
        if self.engine.stopping == self.engine.last:
            cause = "The cell could be stopped only by ending the engine"
        else:
            cause = f"The cell ended the engine (exit code {code}): endless recursion, Environment.Exit and lack of memory do that"
        name, message = "EngineEnded", f"{cause}. A new one is started; variables are gone, run the cells from the top."
        self.send_response(self.iopub_socket, "error", {"ename": name, "evalue": message, "traceback": [message]})
        self.engine = Engine()
        return {"status": "error", "execution_count": self.execution_count, "ename": name, "evalue": message, "traceback": [message]}

    async def interrupt_request(self, stream, ident, parent):
        """Comes on the control channel, which has a thread of its own, while do_execute waits."""
        engine, request = self.engine, self.engine.interrupt()
        if request is not None:
            threading.Timer(SECONDS_TO_STOP, self._insist, (engine, request)).start()
        self.session.send(stream, "interrupt_reply", {"status": "ok"}, parent, ident=ident)

    def _insist(self, engine, request):
        if engine.running == request:
            text = "\nThe cell does not stop: it waits in foreign code. Restart the kernel to end it; variables are lost then.\n"
            engine.answers.put({"id": 0, "event": "output", "output": {"output_type": "stream", "name": "stderr", "text": text}})

    def _about(self, do, code, cursor):
        answer = self.engine.ask(do, code, units(code, cursor))
        return (answer or {}).get("reply", {})

    def do_complete(self, code, cursor_pos):
        reply = self._about("complete", code, cursor_pos)
        start, end = (characters(code, reply.get(edge, 0)) for edge in ("start", "end"))
        names = reply.get("names", [])
        kinds = [
            {"start": start, "end": end, "text": name, "type": kind} for name, kind in zip(names, reply.get("kinds", []))
        ]
        metadata = {"_jupyter_types_experimental": kinds}
        return {"status": "ok", "matches": names, "cursor_start": start, "cursor_end": end, "metadata": metadata}

    def do_inspect(self, code, cursor_pos, detail_level=0, omit_sections=()):
        text = self._about("inspect", code, cursor_pos).get("text")
        return {"status": "ok", "found": bool(text), "data": {"text/plain": text} if text else {}, "metadata": {}}

    def do_is_complete(self, code):
        return self._about("isComplete", code, 0) or {"status": "unknown"}

    def do_shutdown(self, restart):
        self.engine.end()
        return {"status": "ok", "restart": restart}


def units(code, characters_before):
    """Jupyter counts characters, .NET counts UTF-16 units."""
    return len(code[:characters_before].encode("utf-16-le", "surrogatepass")) // 2


def characters(code, units_before):
    return len(code.encode("utf-16-le", "surrogatepass")[: 2 * units_before].decode("utf-16-le", "replace"))


if __name__ == "__main__":
    IPKernelApp.launch_instance(kernel_class=CSharpKernel)
