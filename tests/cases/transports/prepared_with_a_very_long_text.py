import requests

LEGAL = (
    "By continuing you accept that the notes of this call are kept for ninety days, shared with your account team, and removed on demand. " * 3
    + "The controller is Example AG, Basel. The processor is Example GmbH, Berlin. The supervisory authority is named in the annex. "
    "Annex one lists the categories of data. Annex two lists the measures. Annex three lists the processors. Annex four is left blank. "
    "Annex five repeats annex one for visitors. Annex six repeats annex two for contractors. Annex seven is about retention and backups. "
)


def notify(session, record):
    text = LEGAL + LEGAL + LEGAL + LEGAL
    prepared = session.prepare_request(requests.Request("POST", "https://api.attio.com/v2/notes", json={"content": text, "id": record}))
    return session.send(prepared)  # call: POST /v2/notes


def notify_new(record):
    session = requests.Session()
    request = requests.Request("PATCH", f"https://api.attio.com/v2/notes/{record}", json={"content": LEGAL * 20, "more": [LEGAL, LEGAL, LEGAL]})
    return session.send(request.prepare())  # call: PATCH /v2/notes/{note_id}
