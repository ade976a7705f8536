# sends: DELETE /v2/notes/{note_id}
# near: a function made for either vendor
import requests


def deleter(base):
    def delete(key):
        return requests.delete(f"{base}/notes/{key}")

    return delete


drop, drop_page = deleter("https://api.attio.com/v2"), deleter("https://api.notion.com/v1")
drop("1")
drop_page("2")
