# sends: DELETE /v2/lists/{list}/entries/{entry_id}
import requests


def url(root, *parts):
    return "/".join([root.rstrip("/"), *[str(part).strip("/") for part in parts if part is not None]])


requests.delete(url("https://api.attio.com/v2/", "lists", "sales", None, "entries", "/7/"))
