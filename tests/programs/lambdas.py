import os

import requests

url = lambda *parts: "/".join(("https://api.attio.com/v2", *parts))  # noqa: E731
auth = lambda: {"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"]}  # noqa: E731
remove = lambda kind, key: requests.delete(url(kind, key), headers=auth())  # noqa: E731

remove("notes", "1").raise_for_status()
remove("webhooks", "2").raise_for_status()
