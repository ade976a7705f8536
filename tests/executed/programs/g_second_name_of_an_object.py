# sends: DELETE /v2/webhooks/{webhook_id}
import httpx


class Plan:
    def __init__(self, verb, path):
        self.verb, self.path = verb, path


def main():
    plan = Plan("GET", "/webhooks")
    kept = plan
    kept.verb = "DELETE"
    kept.path += "/7"
    httpx.request(plan.verb, "https://api.attio.com/v2" + plan.path)


main()
