"""Options of click by decorator and of argparse by declaration: defaults, choices, and what only the user knows."""
import argparse

import click
import requests

BASE = "https://api.attio.com/v2"


@click.group()
def cli():
    """A tool."""


@cli.command()
@click.option("--base-url", "-b", default="https://api.attio.com/v2", show_default=True)
@click.option("--other-url", default="https://api.example.com/v2")
def show(base_url, other_url):
    requests.get(f"{other_url}/lists")
    requests.get(f"{base_url}/lists")  # call: GET /v2/lists


@click.command()
@click.option("--kind", "resource", type=click.Choice(["lists", "tasks"]))
@click.argument("key", default="k")
def pick(resource, key):
    requests.get(f"{BASE}/{resource}")  # call: GET /v2/lists | GET /v2/tasks
    requests.get(f"{BASE}/notes/{key}")  # call: GET /v2/notes/{note_id}


@click.command()
@click.option("--path", default="/tasks")
def any_path(path):
    requests.get(BASE + path)  # unresolved: a user sets the option `path`


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base-url", default="https://api.attio.com/v2")
    parser.add_argument("-a", "--api-base", dest="api", default=BASE)
    parser.add_argument("--other", default="https://api.example.com/v2")
    parser.add_argument("--kind", choices=["notes", "webhooks"])
    parser.add_argument("--path", default="/tasks")
    args = parser.parse_args()
    requests.get(f"{args.base_url}/lists")  # call: GET /v2/lists
    requests.get(args.api + "/objects")  # call: GET /v2/objects
    requests.get(f"{args.other}/objects")
    requests.get(f"{BASE}/{args.kind}")  # call: GET /v2/notes | GET /v2/webhooks
    requests.get(BASE + args.path)  # unresolved: a user sets the option `path`


def build():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="https://api.attio.com")
    return parser


def run():
    known, _ = build().parse_known_args()
    requests.get(known.host + "/v2/self")  # call: GET /v2/self
