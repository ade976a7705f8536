import argparse

import requests

BASE = "https://api.attio.com/v2"


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--notes", action="store_true", default=False)
    parser.add_argument("command", choices=["pull", "push"], nargs="?", default="pull")
    args = parser.parse_args(argv)
    if args.notes:
        requests.get(f"{BASE}/notes")  # call: GET /v2/notes
    if args.command == "pull":
        requests.get(f"{BASE}/lists")  # call: GET /v2/lists
    elif args.command == "push":
        requests.post(f"{BASE}/lists", json={})  # call: POST /v2/lists
