"""argparse: each command's function gets the options of its own parser, and no other's. A name that a user types may be any."""
import argparse

import requests

BASE = "https://api.attio.com/v2"


def show(args):
    requests.get(BASE + args.path)


def drop(args):
    requests.delete(f"{BASE}/{args.what}/{args.id}")


def parser():
    made = argparse.ArgumentParser()
    made.add_argument("--base", default=BASE)
    commands = made.add_subparsers(dest="command")
    one = commands.add_parser("show")
    group = one.add_argument_group("what")
    group.add_argument("--path", choices=["/notes"])
    one.set_defaults(func=show)
    other = commands.add_parser("drop")
    other.add_argument("--what", choices=["tasks"])
    other.add_argument("id")
    other.set_defaults(func=drop)
    return made


def main():
    args = parser().parse_args()
    args.func(args)  # call: GET /v2/notes | DELETE /v2/tasks/{task_id}
    if args.command == "list":
        requests.get(args.base + "/lists")  # call: GET /v2/lists


main()
