ATTIO_HOST = "https://api.attio.com"
ATTIO_PREFIX = "/v2"
