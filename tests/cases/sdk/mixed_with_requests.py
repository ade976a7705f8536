"""The SDK and plain requests side by side."""
import requests
from attio import SDK

TOKEN = "t"
sdk = SDK(oauth2=TOKEN)


def lists():
    return sdk.lists.get_v2_lists()  # call: GET /v2/lists


def scim():
    return requests.get("https://api.attio.com/scim/v2/Schemas", headers={"Authorization": f"Bearer {TOKEN}"})  # call: GET /scim/v2/Schemas
