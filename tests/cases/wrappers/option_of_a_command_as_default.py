import configparser

import requests
import typer

app = typer.Typer()
cfg = configparser.ConfigParser()
cfg.read("x.ini")
INI = cfg.get("attio", "base_url", fallback="https://api.attio.com/v2")
OTHER = cfg.get("github", "base_url", fallback="https://api.github.com")


@app.command()
def me(base: str = typer.Option("https://api.attio.com/v2"), other: str = typer.Option("https://api.github.com")):
    requests.get(f"{other}/self")
    requests.get(f"{base}/self")  # call: GET /v2/self


def objects():
    requests.get(OTHER + "/objects")
    requests.get(INI + "/objects")  # call: GET /v2/objects
