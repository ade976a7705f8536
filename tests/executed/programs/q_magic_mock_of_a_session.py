# sends: nothing
# near: a MagicMock with the verbs of a session
from unittest.mock import MagicMock

session = MagicMock()
session.get("https://api.attio.com/v2/notes")
session.request("DELETE", "https://api.attio.com/v2/notes/1")
session.post.assert_not_called()
