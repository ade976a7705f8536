# sends: DELETE /v2/webhooks/{webhook_id}
# near: the table is as big, the key is written out
import httpx

PATHS = {f"slot{number}": f"/lists/slot{number}" for number in range(40)}
PATHS.update({"hook": "/webhooks/{}", "note": "/notes/{}"})


def remove(key):
    httpx.delete("https://api.attio.com/v2" + PATHS["hook"].format(key))


remove("77")
