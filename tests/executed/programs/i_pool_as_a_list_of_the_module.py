# sends: GET /v2/webhooks
import httpx

POOL = []


def fill(size):
    for _ in range(size):
        POOL.append(httpx.Client(base_url="https://api.attio.com/v2"))


def hooks():
    return POOL[0].get("/webhooks")


def main():
    fill(2)
    hooks()


main()
