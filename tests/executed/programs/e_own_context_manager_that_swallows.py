# sends: DELETE /v2/webhooks/{webhook_id}, GET /v2/webhooks
# answers: [{"status": 500}]
import requests

ROOT = "https://api.attio.com/v2"


class Tolerant:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return kind is not None and issubclass(kind, requests.HTTPError)


def cleanup(key):
    with Tolerant():
        requests.delete(f"{ROOT}/webhooks/{key}").raise_for_status()
        return "gone"
    return requests.get(f"{ROOT}/webhooks").status_code


cleanup("3")
