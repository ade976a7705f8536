"""The wrapper is not in the project: what it does is not known."""
# expects nothing
from corporate_http import api

api("GET", "https://status.example.com/v2/objects")
api.get("/objects")
