"""Decodes manifests as `gcloud run … replace` does, offline, with the message classes of an installed gcloud.

Reads a JSON list of YAML texts from stdin; writes a JSON list with null for each that was accepted, else the reason.
"""

import json
import os
import shutil
import sys
import warnings

gcloud = os.path.realpath(shutil.which("gcloud") or sys.exit("gcloud is not on the PATH"))
lib = os.path.join(os.path.dirname(os.path.dirname(gcloud)), "lib")
sys.path[:0] = [lib, os.path.join(lib, "third_party")]

from googlecloudsdk.api_lib.util import messages  # noqa: E402
from googlecloudsdk.core import yaml  # noqa: E402
from googlecloudsdk.generated_clients.apis.run.v1 import run_v1_messages as v1  # noqa: E402

warnings.simplefilter("ignore")  # after the imports, which set filters of their own

KINDS = {"Service": v1.Service, "Job": v1.Job, "WorkerPool": v1.WorkerPool}


def refusal(text):
    try:
        document = dict(yaml.load(text))
        document.pop("status", None)
        metadata = document.get("metadata")
        # gcloud turns the project's number into text before it decodes.
        if isinstance(metadata, dict) and isinstance(metadata.get("namespace"), int):
            metadata["namespace"] = str(metadata["namespace"])
        messages.DictToMessageWithErrorCheck(document, KINDS[document.get("kind")])
    except Exception as error:  # the decoder raises many kinds
        return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    return None


json.dump([refusal(text) for text in json.load(sys.stdin)], sys.stdout)
