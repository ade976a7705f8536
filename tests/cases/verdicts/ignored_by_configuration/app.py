"""A suppression has to say why; another severity; a code that is ignored everywhere."""

import requests

BASE = "https://api.attio.com/v2"

requests.post(f"{BASE}/webhooks", timeout=10)  # attio-scopes: ignore[ATS001] # call: POST /v2/webhooks # suppressed # warning: ATS201 # says: gives no reason
requests.post(f"{BASE}/webhooks", timeout=10)  # attio-scopes: ignore[ATS001] the admin's # call: POST /v2/webhooks # suppressed
requests.get(f"{BASE}/webhoox", timeout=10)  # unknown: GET /v2/webhoox # error: ATS003
requests.get(f"{BASE}/meetings/1/call_recordings/2/transcript", timeout=10)  # call: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript # error: ATS001 call_recording:read, meeting:read
