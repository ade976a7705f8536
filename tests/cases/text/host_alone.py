import requests

# The host is Attio's, the path cannot be known: accounted for, never guessed.
BASE = "https://api.attio.com/v2"


def fetch():
    with open("path.txt") as file:
        target = file.read()
    return requests.get(BASE + target)  # unresolved
