# expects nothing
import requests

GITHUB = "https://api.github.com/repos/acme/attio-sync"

requests.get(GITHUB + "/v2/lists")
requests.post("https://attio.example.com/v2/notes", json={})
requests.get("https://my-attio-proxy.internal/v2/self")
