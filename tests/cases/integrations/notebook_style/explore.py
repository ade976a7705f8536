# %%
import requests

base_url = "https://api.attio.com/v2"
headers = {"Authorization": "Bearer ..."}

# %%
resp = requests.get(f"{base_url}/objects", headers=headers)  # call: GET /v2/objects
resp.json()

# %%
object_slug = "companies"
attribute_slug = "industry"
resp = requests.get(f"{base_url}/objects/{object_slug}/attributes/{attribute_slug}", headers=headers)  # call: GET /v2/{target}/{identifier}/attributes/{attribute}
print(resp.url + "/options")
resp = requests.post(f"{base_url}/objects/{object_slug}/attributes/{attribute_slug}/options", headers=headers, json={"data": {"title": "Energy"}})  # call: POST /v2/{target}/{identifier}/attributes/{attribute}/options
