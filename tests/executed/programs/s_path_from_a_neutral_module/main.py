# sends: DELETE /v2/threads/1
# near: what comes from the neutral module is text; the reference has no such endpoint
import requests

from paths import thread

requests.delete("https://api.attio.com" + thread("1"))
