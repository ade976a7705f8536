# sends: nothing
# near: Attio's name in path, query and user information of another host
import requests

requests.get("https://unified.example.org/api.attio.com/v2/notes")
requests.get("https://example.org/?next=https://api.attio.com/v2/notes")
requests.get("https://api.attio.com@example.org/v2/notes")
