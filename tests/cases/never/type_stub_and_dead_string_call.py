# expects nothing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import requests

URL: "requests.get('https://api.attio.com/v2/lists')" = "https://api.attio.com/v2"


def typed(session: "requests.Session") -> "requests.Response":
    raise NotImplementedError(URL)
