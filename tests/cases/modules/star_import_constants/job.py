import settings
import requests

requests.get(f"{settings.ATTIO_URL}/webhooks", timeout=settings.TIMEOUT)  # call: GET /v2/webhooks
