"""A base URL from a file read at run time, with and without a default."""
import json
import tomllib
from pathlib import Path

import requests
import yaml

cfg = yaml.safe_load(Path("config.yaml").read_text())
settings = tomllib.loads(Path("settings.toml").read_text())
secrets = json.load(open("secrets.json"))
BASE = cfg.get("attio_base_url", "https://api.attio.com/v2")
API = settings["attio"].get("url") or "https://api.attio.com/v2"


def a():
    return requests.get(f"{BASE}/lists", headers={"Authorization": f"Bearer {secrets['attio']}"})  # call: GET /v2/lists


def b():
    return requests.get(API + "/objects", headers={"Authorization": "Bearer " + secrets["attio"]["token"]})  # call: GET /v2/objects


def c(slug=cfg.get("list", "deals")):
    return requests.post(f"https://api.attio.com/v2/lists/{slug}/entries/query", json={})  # call: POST /v2/lists/{list}/entries/query


def d():
    return requests.get(f"https://api.attio.com/v2/lists/{cfg['attio']['lists']['deals']}")  # call: GET /v2/lists/{list}
