"""The base is an object of a URL type: pydantic's, checked by an adapter, as a field; another host is none."""
import httpx
import requests
from pydantic import AnyHttpUrl, BaseModel, HttpUrl, TypeAdapter

BASE = HttpUrl("https://api.attio.com/v2")
KEYWORD = AnyHttpUrl(url="https://api.attio.com/v2")
CHECKED = TypeAdapter(HttpUrl).validate_python("https://api.attio.com/v2")
OTHER = HttpUrl("https://api.example.com/v2")


class Config(BaseModel):
    endpoint: HttpUrl = HttpUrl("https://api.attio.com")


requests.get(f"{BASE}/lists")  # call: GET /v2/lists
requests.get(str(KEYWORD) + "/tasks")  # call: GET /v2/tasks
requests.get(f"{CHECKED}/notes")  # call: GET /v2/notes
requests.get(BASE.unicode_string() + "/webhooks")  # call: GET /v2/webhooks
requests.get(f"{OTHER}/lists")
http = httpx.Client(base_url=str(Config().endpoint))
http.get("/v2/self")  # call: GET /v2/self
