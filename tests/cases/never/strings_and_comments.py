# expects nothing
"""Reads the CRM.

    requests.get("https://api.attio.com/v2/lists")
"""

# requests.post("https://api.attio.com/v2/notes", json={})
EXAMPLE = 'requests.get("https://api.attio.com/v2/self")'
CURL = """
curl -X POST https://api.attio.com/v2/objects/people/records/query
"""


def help_text():
    """POST https://api.attio.com/v2/tasks"""
    return f"Run {EXAMPLE} or {CURL}"
