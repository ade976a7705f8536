"""A port, upper case in the host, a trailing slash, a query and a fragment."""
import requests

requests.get("https://api.attio.com:443/v2/objects")  # call: GET /v2/objects
requests.get("HTTPS://API.ATTIO.COM/v2/lists")  # call: GET /v2/lists
requests.get("https://api.attio.com/v2/tasks/?limit=1#x")  # call: GET /v2/tasks
requests.get("https://api.attio.com.example.org/v2/tasks")
requests.get("https://example.org/?next=https://api.attio.com/v2/tasks")
