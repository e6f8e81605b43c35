"""Prints the files of the shared directory; without one, the variables that the operation gave."""

import os
from pathlib import Path

shared = os.environ.get("shared_directory")
if shared:
    for file in sorted(Path(shared).iterdir()):
        print(file)
else:
    for name in ("env_variable1", "env_variable2"):
        print(name, os.environ.get(name))
