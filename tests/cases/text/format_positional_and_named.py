import requests

BASE = "https://api.attio.com/v2"
ENTRY = "{base}/lists/{list_slug}/entries/{entry_id}"
NOTE = "{}/notes/{}"
MEMBER = "{0}/workspace_members/{1}"


def run(list_slug, entry_id, note_id, member_id):
    requests.get(ENTRY.format(base=BASE, list_slug=list_slug, entry_id=entry_id))  # call: GET /v2/lists/{list}/entries/{entry_id}
    requests.get(NOTE.format(BASE, note_id))  # call: GET /v2/notes/{note_id}
    requests.get(MEMBER.format(BASE, member_id))  # call: GET /v2/workspace_members/{workspace_member_id}
