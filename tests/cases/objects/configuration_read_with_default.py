import yaml
from pathlib import Path
import requests

cfg = yaml.safe_load(Path("config.yaml").read_text())
BASE = cfg.get("attio_base_url", "https://api.attio.com/v2")


def a():
    return requests.get(f"{BASE}/lists")  # call: GET /v2/lists


OTHER = cfg.get("github", "https://api.github.com")


def b():
    return requests.get(f"{OTHER}/lists")
