import requests

BASE = "https://api.attio.com/v2"


def delete_entry(list_id, entry_id):
    url = \
        f"{BASE}/lists/{list_id}" \
        f"/entries/{entry_id}"
    response = (
        requests
        .delete(  # call: DELETE /v2/lists/{list}/entries/{entry_id}
            url,
            timeout=10,
        )
    )
    return response.status_code == 204
