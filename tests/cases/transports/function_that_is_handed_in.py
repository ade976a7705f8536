"""A function that nobody is seen to hand in gets Attio's address."""
from unittest import mock

ADDRESS = "https://api.attio.com/v2/notes/1"


def drop(send, log, cache):
    log("DELETE", ADDRESS)
    cache("DELETE", ADDRESS)
    send("DELETE", "https://api.hubapi.com/v2/notes/1")
    return send("DELETE", ADDRESS)  # call: DELETE /v2/notes/{note_id}


@mock.patch("crm.http.send")
def check(send):
    send("DELETE", ADDRESS)
    send.assert_called_with("DELETE", ADDRESS)
