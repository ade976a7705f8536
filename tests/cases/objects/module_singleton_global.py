"""A singleton behind a module-level variable and `global`."""
import httpx

_client = None


def client():
    global _client
    if _client is None:
        _client = httpx.Client(base_url="https://api.attio.com/v2/", headers={"Authorization": "Bearer x"})
    return _client


def members():
    return client().get("workspace_members").json()  # call: GET /v2/workspace_members


def member(member_id):
    return client().get(f"workspace_members/{member_id}").json()  # call: GET /v2/workspace_members/{workspace_member_id}
