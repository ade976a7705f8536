# sends: GET /v2/emails
from transport import fetch

ROOT = "https://api.attio.com/v2"

if __name__ == "__main__":
    fetch(ROOT, "emails")
