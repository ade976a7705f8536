# expects nothing
import responses

BASE = "https://api.attio.com/v2"


@responses.activate
def check_lists():
    responses.add(responses.GET, f"{BASE}/lists", json={"data": []}, status=200)
    responses.add(method="POST", url=BASE + "/notes", json={})
    responses.get("https://api.attio.com/v2/tasks", json={})
    responses.post("https://api.attio.com/v2/tasks", json={})
    assert len(responses.calls) == 0
