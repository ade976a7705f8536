import urllib.parse as up

import requests

BASE = "https://api.attio.com/v2/"


def comment(comment_id):
    return requests.delete(up.urljoin(BASE, f"comments/{comment_id}"))  # call: DELETE /v2/comments/{comment_id}


def transcript(meeting, recording):
    path = f"meetings/{meeting}/call_recordings/{recording}/transcript"
    return requests.get(up.urljoin(BASE, path))  # call: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript
