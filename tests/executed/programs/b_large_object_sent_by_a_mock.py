# sends: nothing
# near: the transport is a mock of httpx's own
import httpx

ROWS = [{"id": {"record_id": str(number)}, "values": {"name": [{"value": f"n{number}"}]}} for number in range(100)]


def main():
    pretend = httpx.MockTransport(lambda request: httpx.Response(200, json={"data": ROWS}))
    with httpx.Client(base_url="https://api.attio.com/v2", transport=pretend) as client:
        assert client.post("/objects/people/records/query", json={"rows": ROWS}).json()["data"]


main()
