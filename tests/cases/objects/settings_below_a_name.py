"""Settings in groups: the address below a name that says Attio is Attio's; another word, or another group, is not."""
import tomllib
from pathlib import Path

import requests
import yaml
from company_config import settings

CONFIG = yaml.safe_load(Path("config.yaml").read_text())
BASE = CONFIG["attio"]["base_url"]
with open("pyproject.toml", "rb") as handle:
    tool = tomllib.load(handle)["tool"]["attio"]

requests.get(f"{BASE}/lists")  # call: GET /v2/lists
requests.get(CONFIG["attio"].get("url", "https://api.attio.com/v2") + "/tasks")  # call: GET /v2/tasks
requests.get(tool["base_url"] + "/objects")  # call: GET /v2/objects
requests.get(settings.integrations.attio.api_url + "/notes")  # call: GET /v2/notes
requests.get(CONFIG["slack"]["base_url"] + "/lists")
requests.get(settings.slack.api_url + "/lists")
requests.get(CONFIG["attio"]["webhook_target"] + "/lists")
requests.get(CONFIG["attio"]["callback_url"] + "/lists")


def links(attio_record):
    return requests.get(attio_record["url"] + "/lists")
