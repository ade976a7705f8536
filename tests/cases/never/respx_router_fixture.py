# expects nothing
import pytest
import respx

BASE = "https://api.attio.com/v2"


@pytest.fixture
def attio_api():
    with respx.mock(base_url=BASE, assert_all_called=False) as router:
        router.get("/self").respond(json={"active": True})
        router.post("/objects/people/records/query").respond(json={"data": []})
        yield router


def check(respx_mock):
    respx_mock.get("https://api.attio.com/v2/lists").respond(200)
