import requests


def list_objects(token, base_url="https://api.attio.com/v2"):
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{base_url}/objects", headers=headers).json()  # call: GET /v2/objects


def list_lists(token, base_url: str = "https://api.attio.com/v2"):
    return requests.get(f"{base_url}/lists").json()  # call: GET /v2/lists


def main(token):
    return list_objects(token)
