"""curl as a program: told apart by its arguments, or at least not in silence."""
import json
import subprocess


def lists(token):
    out = subprocess.run(
        ["curl", "-s", "-H", f"Authorization: Bearer {token}", "https://api.attio.com/v2/lists"], capture_output=True, check=True
    )
    return json.loads(out.stdout)
# expects nothing
