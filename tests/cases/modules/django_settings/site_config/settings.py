import os

ATTIO_API_BASE = os.environ.get("ATTIO_API_BASE", "https://api.attio.com/v2")
ATTIO_TOKEN = os.environ.get("ATTIO_TOKEN", "")
STRIPE_API_BASE = "https://api.stripe.com/v1"
