"""A notebook saved as a script: cells, redefinitions, head and tail of dataframes."""
# %% [markdown]
# # Sync
# %%
import os
import pandas as pd
import requests

# %%
API_KEY = os.environ.get("ATTIO_API_KEY", "")
headers = {"Authorization": "Bearer " + API_KEY}
url = "https://api.attio.com/v2/objects/companies/records/query"
payload = {"limit": 500}
response = requests.request("POST", url, json=payload, headers=headers)  # call: POST /v2/objects/{object}/records/query
df = pd.json_normalize(response.json()["data"])
df.head()

# %%
url = "https://api.attio.com/v2/lists/{}/entries/query"
rows = []
for slug in df["slug"].unique():
    response = requests.post(url.format(slug), headers=headers)  # call: POST /v2/lists/{list}/entries/query
    rows += response.json().get("data", [])

# %%
url = "https://api.attio.com/v2/objects/people/records"
for _, row in df.iterrows():
    body = {"data": {"values": {"name": row["name"]}}}
    r = requests.put(url, params={"matching_attribute": "email_addresses"}, headers=headers, json=body)  # call: PUT /v2/objects/{object}/records
    print(r.status_code)
df.apply(lambda row: requests.patch(f"{url}/{row['id']}", json={}, headers=headers), axis=1)  # call: PATCH /v2/objects/{object}/records/{record_id}
