"""httpx.Client whose base URL is assigned later, and a requests session that carries an attribute of ours."""
import httpx
import requests

client = httpx.Client()
client.base_url = "https://api.attio.com/v2"
client.get("/tasks")  # call: GET /v2/tasks

session = requests.Session()
session.base_url = "https://api.attio.com/v2"
session.get(f"{session.base_url}/notes")  # call: GET /v2/notes
