# sends: nothing
# near: thirty addresses, none of them Attio's; only a key says so
# argv: attio-mirror s
import sys

import requests

HOOKS = {letter: f"https://hooks.example.org/{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"}
HOOKS["attio-mirror"] = "https://mirror.example.org/attio"
HOOKS["attio-logs"] = "https://logs.example.org/attio"


def tell(name):
    requests.post(HOOKS[name], json={"text": "synced"})


for word in sys.argv[1:]:
    tell(word)
