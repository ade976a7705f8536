import os
import sys

import requests

ROOT = "https://api.attio.com/v2"
HEADERS = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}


def run(command, argument=None):
    if command == "whoami":
        path = "/self"
    elif command == "objects":
        path = "/objects"
    elif command == "object":
        path = f"/objects/{argument}"
    else:
        sys.exit(f"unknown command {command}")
    return requests.get(ROOT + path, headers=HEADERS, timeout=5).json()


for words in sys.argv[1:] or ["whoami", "objects", "object people"]:
    run(*words.split())
