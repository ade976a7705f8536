# expects nothing
from unittest import mock

URL = "https://api.attio.com/v2/self"


@mock.patch("crm.http.requests.request")
@mock.patch.object(dict, "get", lambda *a: None)
def check(request):
    request("GET", URL)
    request.assert_called_with("GET", URL)
    mock.call("GET", URL)
