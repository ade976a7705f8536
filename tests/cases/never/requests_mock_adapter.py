# expects nothing
import requests
import requests_mock

session = requests.Session()
adapter = requests_mock.Adapter()
session.mount("https://api.attio.com", adapter)
adapter.register_uri("GET", "https://api.attio.com/v2/self", json={})
