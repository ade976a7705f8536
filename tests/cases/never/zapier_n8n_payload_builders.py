"""Descriptions of requests for other tools to send: nodes, steps, curl text, Postman items."""
# expects nothing
import json
import textwrap

BASE = "https://api.attio.com/v2"
NODE = {
    "type": "n8n-nodes-base.httpRequest",
    "parameters": {"method": "POST", "url": f"{BASE}/notes", "sendBody": True},
}
POSTMAN = {"item": [{"request": {"method": "GET", "url": {"raw": f"{BASE}/lists"}}}]}


def curl(path):
    return textwrap.dedent(f"""
        curl -X POST {BASE}{path} -H "Authorization: Bearer $ATTIO"
    """)


def export(nodes=(NODE,)):
    return json.dumps({"nodes": list(nodes), "postman": POSTMAN, "help": curl("/tasks")})


class Step:
    def __init__(self, method, url):
        self.method, self.url = method, url

    def to_dict(self):
        return {"method": self.method, "url": self.url}


STEPS = [Step("GET", BASE + "/objects").to_dict(), Step("DELETE", f"{BASE}/notes/1").to_dict()]
