# sends: DELETE /v2/tasks/{task_id}
import requests


def close(key):
    url = "https://api.attio.com/v2/notes"
    try:
        url = "https://api.attio.com/v2/threads"
        raise KeyError(key)
    except KeyError:
        url = "https://api.attio.com/v2/webhooks"
    finally:
        url = f"https://api.attio.com/v2/tasks/{key}"
    requests.delete(url)


close("1")
