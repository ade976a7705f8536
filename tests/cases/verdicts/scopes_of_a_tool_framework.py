# scopes: note:read, task:read-write
"""Lists of scopes that tool frameworks and OAuth clients are given, beside those that are declared."""
import requests
from arcade_tdk import tool
from arcade_tdk.auth import Attio, HubSpot, OAuth2
from authlib.integrations.starlette_client import OAuth
from requests_oauthlib import OAuth2Session

BASE = "https://api.attio.com/v2"
SCOPES = ["note:read", "task:read-write"]
WIDE = [*SCOPES, "webhook:read-write"]


@tool(requires_auth=Attio(scopes=["note:read"]))  # warning: ATS103 # says: leaves out task:read-write
def notes():
    return requests.get(BASE + "/notes")  # call: GET /v2/notes # error: ATS001 object_configuration:read, record_permission:read


@tool(requires_auth=Attio(scopes=SCOPES))
def add():
    return requests.post(BASE + "/tasks", json={})  # call: POST /v2/tasks # error: ATS001 object_configuration:read, record_permission:read, user_management:read


@tool(requires_auth=OAuth2(id="attio", scopes=WIDE))  # warning: ATS103 # says: asks for webhook:read-write
def more(): ...


@tool(requires_auth=HubSpot(scopes=["note:read"]))
def other(): ...


def sign_in(auth, user, chosen):
    auth.start(user, provider="attio", scopes=["task:read-write", "note:read"])
    auth.start(user, provider="attio", scopes=["task:read-write"])  # warning: ATS103
    auth.start(user, provider="attio", scopes=chosen)
    auth.start(user, provider="attio", scopes=["openid", "email"])
    auth.start(user, provider="hubspot", scopes=["task:read-write"])
    OAuth().register("attio", client_kwargs={"scope": "note:read task:read-write"})
    OAuth().register("attio", client_kwargs={"scope": "note:read"})  # warning: ATS103
    OAuth().register("hubspot", client_kwargs={"scope": "note:read"})
    session = OAuth2Session("id", scope=["note:read"])
    session.authorization_url("https://app.attio.com/authorize")  # warning: ATS103
    session.authorization_url("https://app.hubspot.com/oauth/authorize")
    return auth.redirect("https://app.attio.com/authorize?client_id=x&scope=" + " ".join(WIDE))  # warning: ATS103
