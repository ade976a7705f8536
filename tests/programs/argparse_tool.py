import argparse
import os

import requests

API = "https://api.attio.com/v2"


def request(method, path):
    return requests.request(method, API + path, headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})


def show(arguments):
    request("GET", f"/lists/{arguments.slug}/entries/{arguments.entry}").raise_for_status()


def drop(arguments):
    request("DELETE", f"/lists/{arguments.slug}/entries/{arguments.entry}").raise_for_status()


def main(words):
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    for name, function in (("show", show), ("drop", drop)):
        command = commands.add_parser(name)
        command.add_argument("slug")
        command.add_argument("entry")
        command.set_defaults(run=function)
    arguments = parser.parse_args(words)
    arguments.run(arguments)


if __name__ == "__main__":
    main(["show", "sales", "1"])
    main(["drop", "sales", "1"])
