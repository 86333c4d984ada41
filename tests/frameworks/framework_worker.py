# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that holds one framework: reads a request a line, answers a line, both JSON.

Importing a framework takes seconds, so one process serves the whole suite. Only answers go to standard output.
"""

import importlib
import json
import os
import sys
import traceback

FRAMEWORKS = {
    "pytorch": ("pytorch_names", "PyTorch"),
    "tensorflow": ("tensorflow_names", "TensorFlow"),
    "jax": ("jax_names", "Jax"),
}


def _load(framework: str):
    module, name = FRAMEWORKS[framework]
    return getattr(importlib.import_module(module), name)()


def _answer(framework, request: dict) -> dict:
    try:
        if "count" in request:
            return importlib.import_module("code_execution").run_draws(**request)
        if "code" in request:
            return importlib.import_module("code_execution").run(**request)
        if "folder" in request:
            return importlib.import_module("code_execution").run_check(**request)
        if "training" in request:
            return importlib.import_module("keras_models").run(**request)
        if "snippet" in request:
            return importlib.import_module("snippet_execution").run(**request)
        return framework.run(**request)
    except LookupError as failure:
        if "gradient registry has no entry" not in str(failure):
            return {"error": traceback.format_exc()}
        return {"unsupported": str(failure)}  # TensorFlow can't differentiate some gradients again.
    except Exception:  # The text's failure is the answer; the suite reports it.
        return {"error": traceback.format_exc()}


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # What a text or a framework prints must not mix with the answers.
    framework = _load(sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(_answer(framework, json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main()
