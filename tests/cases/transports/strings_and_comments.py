"""A URL in a docstring, a comment, a log line and a curl command: GET https://api.attio.com/v2/objects."""
# expects nothing
# requests.get("https://api.attio.com/v2/objects")
import logging
import requests

HELP = "requests.post('https://api.attio.com/v2/notes')"
logging.info("GET %s", "https://api.attio.com/v2/objects")
print(f"see https://api.attio.com/v2/objects and {HELP}")
requests.get("https://developers.attio.com/reference")
requests.get("https://attio.com/v2/objects")
