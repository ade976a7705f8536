# sends: GET /v2/meetings/{meeting_id}/call_recordings, GET /v2/notes, GET /v2/notes/{note_id}
import requests

B = "https://api.attio.com/v2"


def endpoint(kind, id=None, *, sub=None):
    return "/".join(filter(None, [B, kind, id and str(id), sub]))


def main():
    requests.get(endpoint("notes"))
    requests.get(endpoint("notes", 3))
    requests.get(endpoint("meetings", "m", sub="call_recordings"))


main()
