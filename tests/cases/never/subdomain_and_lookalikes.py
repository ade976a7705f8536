# expects nothing
import requests

requests.get("https://docs.attio.com/rest-api/lists")
requests.get("https://attio.com/v2/lists")
requests.get("https://status.attio.com/api/v2/status.json")
requests.get("https://api.attio.com.example.org/v2/lists")
requests.get("https://api-attio.com/v2/lists")
requests.get("https://user:api.attio.com@example.org/v2/lists")
