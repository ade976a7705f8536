"""urllib.parse makes no requests; another host is not ours."""
# expects nothing
from urllib.parse import urljoin, urlparse
from urllib.request import Request, urlopen

print(urljoin("https://api.attio.com/v2/", "objects"), urlparse("https://api.attio.com/v2/objects"))
never_sent = Request("https://api.example.com/v2/objects")
urlopen(never_sent)
