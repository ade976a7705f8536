import httpx


def call(*, method: str, path: str, payload: dict | None = None):
    with httpx.Client(base_url="https://api.attio.com/v2") as client:
        return client.request(method, path, json=payload)


def run():
    call(method="GET", path="/workspace_members")  # call: GET /v2/workspace_members
    call(path="/webhooks", method="POST", payload={"data": {}})  # call: POST /v2/webhooks
