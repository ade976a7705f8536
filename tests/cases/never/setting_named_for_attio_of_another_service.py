"""Settings with attio in their name that code gives another service's address."""
# expects nothing
import os

import requests

os.environ["ATTIO_ALERTS_URL"] = "https://hooks.slack.com/services/x"
DIGEST = os.getenv("ATTIO_DIGEST_URL", "https://digest.example.com")

requests.post(os.environ["ATTIO_ALERTS_URL"], json={})
requests.get(DIGEST + "/notes")
requests.get(os.environ.get("ATTIO_MIRROR", "https://mirror.example.net") + "/v2/notes")
