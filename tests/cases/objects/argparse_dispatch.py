"""Subcommands with `set_defaults(func=...)`."""
import argparse
import json
import urllib.request

API = "https://api.attio.com/v2"


def request(method, path, body=None):
    req = urllib.request.Request(API + path, method=method)
    req.add_header("Authorization", "Bearer x")
    if body is not None:
        req.add_header("Content-Type", "application/json")
        req.data = json.dumps(body).encode()
    with urllib.request.urlopen(req) as res:
        return json.loads(res.read() or b"{}")


def cmd_list(args):
    print(request("GET", "/webhooks"))  # call: GET /v2/webhooks


def cmd_delete(args):
    print(request("DELETE", f"/webhooks/{args.id}"))  # call: DELETE /v2/webhooks/{webhook_id}


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    commands.add_parser("list").set_defaults(func=cmd_list)
    commands.add_parser("delete").set_defaults(func=cmd_delete)
    args = parser.parse_args()
    args.func(args)
