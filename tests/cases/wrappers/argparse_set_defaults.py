"""Subcommands chosen by set_defaults(func=...) and by a dict; the helpers take parsed arguments."""
import argparse
import json
import os
import sys

import requests


def api(method, path, body=None):
    r = requests.request(
        method,
        "https://api.attio.com" + path,
        headers={"Authorization": "Bearer " + os.environ["ATTIO_API_KEY"], "Accept": "application/json"},
        data=json.dumps(body) if body is not None else None,
    )
    if r.status_code >= 400:
        sys.exit(f"{r.status_code}: {r.text}")
    return r.json()


def cmd_lists(args):
    print(api("GET", "/v2/lists"))  # call: GET /v2/lists


def cmd_show(args):
    print(api("GET", f"/v2/objects/{args.object}/records/{args.id}"))  # call: GET /v2/objects/{object}/records/{record_id}


def cmd_raw(args):
    print(api(args.method, args.path))  # unresolved


def main(argv=None):
    parser = argparse.ArgumentParser()
    sub = parser.add_subparsers(required=True)
    p = sub.add_parser("lists")
    p.set_defaults(func=cmd_lists)
    p = sub.add_parser("show")
    p.add_argument("object")
    p.add_argument("id")
    p.set_defaults(func=cmd_show)
    p = sub.add_parser("raw")
    p.add_argument("method")
    p.add_argument("path")
    p.set_defaults(func=cmd_raw)
    args = parser.parse_args(argv)
    args.func(args)


if __name__ == "__main__":
    main()
