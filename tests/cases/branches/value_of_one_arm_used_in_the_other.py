"""What one arm sets in one round, the other arm uses in a later one."""
import requests

V2 = "https://api.attio.com/v2"


def replay(lines):
    url = f"{V2}/objects"
    for line in lines:
        if line.startswith("@"):
            url = f"{V2}/lists"
        else:
            requests.get(url, params={"q": line})  # call: GET /v2/objects | GET /v2/lists


def verbs(tokens):
    verb = None
    for token in tokens:
        match token:
            case "add":
                verb = "PATCH"
            case "drop":
                verb = "DELETE"
            case _:
                if verb:
                    requests.request(verb, f"{V2}/webhooks/{token}")  # call: DELETE /v2/webhooks/{webhook_id} | PATCH /v2/webhooks/{webhook_id}
