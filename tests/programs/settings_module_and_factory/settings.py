import os

ATTIO = {
    "url": os.environ.get("ATTIO_BASE_URL", "https://api.attio.com/v2/"),
    "token": os.environ["ATTIO_TOKEN"],
    "timeout": int(os.environ.get("ATTIO_TIMEOUT", "10")),
}
