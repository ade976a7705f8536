# expects nothing
def check(httpx_mock):
    httpx_mock.add_response(method="POST", url="https://api.attio.com/v2/notes", json={})
    httpx_mock.add_response(url="https://api.attio.com/v2/self")
    assert httpx_mock.get_request(url="https://api.attio.com/v2/self") is None
