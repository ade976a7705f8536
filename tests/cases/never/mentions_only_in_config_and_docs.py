"""Addresses in prompts, allow-lists, CORS origins, OpenAPI servers and error texts are no requests."""
# expects nothing
import re
import requests

ALLOWED_HOSTS = ["api.attio.com", "api.hubapi.com"]
PROMPT = "Call https://api.attio.com/v2/notes with POST"
PATTERN = re.compile(r"https://api\.attio\.com/v2/(.*)")


def is_attio(url):
    return url.startswith("https://api.attio.com") or PATTERN.match(url)


def check(session):
    session.add("https://api.attio.com/v2/lists")
    print("GET", "https://api.attio.com/v2/lists")
    if is_attio("https://api.attio.com/v2/self"):
        requests.post("https://hooks.slack.com/x", json={"url": "https://api.attio.com/v2/notes"})
    return {"url": "https://api.attio.com/v2/tasks", "method": "GET"}


def proxy(url, allowed=("https://api.attio.com/v2",)):
    if not any(url.startswith(a) for a in allowed):
        raise ValueError
    return None
