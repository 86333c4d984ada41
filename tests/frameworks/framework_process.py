# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The long-lived processes of the frameworks, as the suite uses them."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

_QUIET = {
    "CUDA_VISIBLE_DEVICES": "",
    "JAX_PLATFORMS": "cpu",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "OMP_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    # For JAX, two devices.
    "XLA_FLAGS": "--xla_force_host_platform_device_count=2",
}


_KERAS_BACKENDS = {"pytorch": "torch", "tensorflow": "tensorflow", "jax": "jax"}


class FrameworkProcess:
    """One framework in a process of its own; started at once, so that several start at the same time."""

    def __init__(self, framework: str):
        self.framework = framework
        self._messages = tempfile.TemporaryFile("w+")
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("framework_worker.py"), framework],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._messages,
            text=True,
            env=os.environ | _QUIET | {"KERAS_BACKEND": _KERAS_BACKENDS[framework]},
        )

    def ask(self, request: dict) -> dict:
        """The answer; an `error` in it is the framework's."""
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise RuntimeError(self._last_words()) from None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(self._last_words())
        return json.loads(line)

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()

    def _last_words(self) -> str:
        self._messages.seek(0)
        return f"the process of {self.framework} has ended:\n{self._messages.read()[-4000:]}"
