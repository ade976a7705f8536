# sends: GET /v2/comments/{comment_id}, GET /v2/lists/{list}, GET /v2/meetings, GET /v2/notes, GET /v2/notes/{note_id}, GET /v2/objects, GET /v2/objects/{object}/records/{record_id}, GET /v2/self, GET /v2/tasks, GET /v2/threads, GET /v2/workspace_members, POST /v2/webhooks
from string import Template
from urllib.parse import urljoin, urlunparse, urlsplit, urlunsplit
import requests
from yarl import URL

BASE = "https://%s/v%d" % ("api.attio.com", 2)
T = Template("$base/objects/$obj/records/$id")


def main():
    requests.get("{0}/{1}".format(BASE, "notes"))
    requests.get("{base}/{p[0]}".format(base=BASE, p=["tasks"]))
    requests.get(T.substitute(base=BASE, obj="people", id=1))
    requests.get(T.safe_substitute({"base": BASE, "obj": "companies"}, id=1))
    requests.get(str(URL("https://api.attio.com") / "v2" / "self"))
    requests.get(str(URL("https://api.attio.com/v2").joinpath("lists", "x")))
    requests.post(urlunparse(("https", "api.attio.com", "/v2/webhooks", "", "", "")))
    u = urlsplit("https://api.attio.com/v2/foo")
    requests.get(urlunsplit(u._replace(path="/v2/threads")))
    requests.get(urljoin(BASE + "/", "meetings"))
    requests.get(str(URL.build(scheme="https", host="api.attio.com", path="/v2/objects")))
    requests.get("%(b)s/workspace_members" % {"b": BASE})
    requests.get("/".join(map(str, [BASE, "notes", 5])))
    requests.get(BASE.replace("v2", "v2/comments") + "/1")


main()
