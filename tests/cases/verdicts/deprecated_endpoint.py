"""The one operation that the reference marks as deprecated."""
# scopes: call_recording:read, meeting:read

import requests


def transcript(meeting: str, recording: str) -> requests.Response:
    url = f"https://api.attio.com/v2/meetings/{meeting}/call_recordings/{recording}/transcript"
    return requests.get(url, timeout=10)  # call: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript # warning: ATS005
