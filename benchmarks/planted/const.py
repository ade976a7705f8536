"""What the other modules need to know of Attio."""

from framework import function as shaped

DOMAIN = "attio"
API = "https://api.attio.com/v2"
TOKEN = "ATTIO_TOKEN"
PAGE = 200
PEOPLE = "people"
COMPANIES = "companies"
DEFAULTS = shaped({"limit": PAGE, "object": PEOPLE})
