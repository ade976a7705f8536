# expects nothing
ATTIO_URL = "https://api.attio.com/v2"
