# expects nothing
import requests

# Attio's own pages are not its API.
requests.get("https://attio.com/changelog")
requests.get("https://docs.attio.com/llms.txt")
requests.get("https://api.attio.dev/v2/lists")
