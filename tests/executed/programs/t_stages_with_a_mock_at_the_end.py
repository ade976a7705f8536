# sends: nothing
# near: stages that call the next twice hand a mock down
from unittest.mock import Mock


def a(http, url): return http.post(url)
def b(http, url): return a(http, url) or a(http, url)
def c(http, url): return b(http, url) or b(http, url)
def d(http, url): return c(http, url) or c(http, url)
def e(http, url): return d(http, url) or d(http, url)


e(Mock(return_value=None), "https://crm.example.org/attio/v2/notes")
