# expects nothing
ATTIO_URL = "https://api.stripe.com/v1"
