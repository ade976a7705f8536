"""A config of several entities as nested dicts, loops over .items(), and getattr on a config module-like class."""
import requests

CONFIG = {
    "attio": {
        "base": "https://api.attio.com/v2",
        "resources": {
            "people": {"path": "objects/people/records/query", "verb": "post"},
            "members": {"path": "workspace_members", "verb": "get"},
        },
    },
    "pipedrive": {
        "base": "https://api.pipedrive.com/v1",
        "resources": {"people": {"path": "persons", "verb": "get"}},
    },
}


def pull():
    for name, resource in CONFIG["attio"]["resources"].items():
        url = f"{CONFIG['attio']['base']}/{resource['path']}"
        fn = requests.post if resource["verb"] == "post" else requests.get
        yield name, fn(url).json()  # call: POST /v2/objects/{object}/records/query | GET /v2/workspace_members


def pull_other():
    cfg = CONFIG["pipedrive"]
    for resource in cfg["resources"].values():
        requests.get(f"{cfg['base']}/{resource['path']}")
