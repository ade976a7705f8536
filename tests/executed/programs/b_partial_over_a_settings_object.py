# sends: PATCH /v2/objects/{object}/records/{record_id}
import functools

import requests

SETTINGS = {
    "hosts": {name: f"https://{name}.example.net" for name in ("a", "b", "c", "d")},
    "limits": [{"name": f"l{number}", "per_minute": number * 10, "burst": number, "window": [number, number + 1]} for number in range(30)],
    "texts": ["x" * 400, "y" * 400, "z" * 400],
}


def push(settings, root, slug, key, values):
    return requests.patch(f"{root}/objects/{slug}/records/{key}", json={"data": {"values": values}}, timeout=len(settings["limits"]))


update = functools.partial(push, SETTINGS, "https://api.attio.com/v2", "companies")


def main():
    update("77", {"name": "Acme"})


main()
