# expects nothing
import requests

ADMIN = "http://localhost:9000/__admin/mappings"

requests.post(ADMIN, json={"request": {"method": "GET", "url": "https://api.attio.com/v2/lists"}})
